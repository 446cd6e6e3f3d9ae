import { makeStyles } from '@material-ui/core/styles';
import { paletteFor } from '../../theme';
import type { AttestationState, AttestationView } from '../../views';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    chip: {
      display: 'inline-block',
      padding: theme.spacing(0, 0.75),
      border: `1px solid currentColor`,
      borderRadius: 10,
      fontSize: '0.75rem',
      lineHeight: '18px',
      whiteSpace: 'nowrap',
    },
    good: { color: palette.verdict.pass },
    waiting: { color: palette.verdict.stale, borderStyle: 'dashed' },
    bad: { color: palette.verdict.fail },
    past: { color: palette.muted },
  };
});

const LOOKS: Record<AttestationState, 'good' | 'waiting' | 'bad' | 'past'> = {
  inForce: 'good',
  proposed: 'waiting',
  upcoming: 'waiting',
  expired: 'bad',
  contradicted: 'bad',
  rejected: 'bad',
  withdrawn: 'past',
};

/** How an attestation stands, in words. @public */
export function AttestationChip(props: { attestation: AttestationView }) {
  const { state, words } = props.attestation;
  const classes = useStyles();
  return state ? (
    <span className={`${classes.chip} ${classes[LOOKS[state]]}`}>{words}</span>
  ) : null;
}
