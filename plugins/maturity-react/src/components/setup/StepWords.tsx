import { makeStyles } from '@material-ui/core/styles';
import { paletteFor } from '../../theme';
import type { SetupStepView } from '../../views';
import { IconWord } from '../page';

const useStyles = makeStyles(theme => ({
  step: { display: 'block', overflowWrap: 'anywhere' },
  because: {
    display: 'block',
    color: paletteFor(theme.palette.type).muted,
    overflowWrap: 'anywhere',
  },
  sign: { marginRight: theme.spacing(0.5), verticalAlign: 'text-bottom' },
}));

const DONE = <path d="M3.5 10.5l4 4 9-9" />;
const TO_DO = <path d="M4 10h11M10.500 5l5 5-5 5" />;

/** The next step: a tick where none is left, an arrow where one is. */
export function StepWords(props: { step: SetupStepView }) {
  const { step } = props;
  const classes = useStyles();
  return (
    <>
      <span className={classes.step}>
        <span className={classes.sign}>
          <IconWord icon={step.done ? DONE : TO_DO} word="" size={14} />
        </span>
        {step.text}
      </span>
      {step.because && <span className={classes.because}>{step.because}</span>}
    </>
  );
}
