import { useState, type ReactNode } from 'react';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import { paletteFor } from '../../theme';
import { Chevron } from './Chevron';

const useStyles = makeStyles(theme => ({
  button: {
    display: 'inline-flex',
    // The words, not the sign, stand on the line of the text around.
    alignItems: 'baseline',
    gap: theme.spacing(0.5),
    minHeight: 28,
    padding: theme.spacing(0.5, 0.75),
    lineHeight: '20px',
    textAlign: 'left',
    marginLeft: theme.spacing(-0.75),
    borderRadius: theme.shape.borderRadius,
    fontSize: '0.8125rem',
    color: theme.palette.text.primary,
    textDecoration: 'underline',
    textDecorationColor: paletteFor(theme.palette.type).line,
    textUnderlineOffset: '3px',
    '&:hover': { backgroundColor: theme.palette.action.hover },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.text.primary}`,
      outlineOffset: 1,
    },
  },
}));

let regions = 0;

/** State of one disclosure: the button and what it opens. @public */
export interface DisclosureState {
  open: boolean;
  regionId: string;
  toggle: () => void;
}

/** @public */
export function useDisclosure(initiallyOpen = false): DisclosureState {
  const [open, setOpen] = useState(initiallyOpen);
  const [regionId] = useState(() => `maturity-region-${regions++}`);
  return { open, regionId, toggle: () => setOpen(before => !before) };
}

/** A button that opens something below it, in place. @public */
export function DisclosureButton(props: {
  state: DisclosureState;
  /** Said instead of the visible words where these need their context. */
  label?: string;
  children: ReactNode;
}) {
  const { state, label, children } = props;
  const classes = useStyles();
  return (
    <ButtonBase
      className={classes.button}
      aria-expanded={state.open}
      aria-controls={state.open ? state.regionId : undefined}
      aria-label={label}
      onClick={state.toggle}
      disableRipple
    >
      <Chevron open={state.open} />
      {children}
    </ButtonBase>
  );
}

/** A button in the same clothes that opens nothing below it. @public */
export function QuietButton(props: {
  label?: string;
  onClick: () => void;
  disabled?: boolean;
  children: ReactNode;
}) {
  const classes = useStyles();
  return (
    <ButtonBase
      className={classes.button}
      aria-label={props.label}
      onClick={props.onClick}
      disabled={props.disabled}
      disableRipple
    >
      {props.children}
    </ButtonBase>
  );
}
