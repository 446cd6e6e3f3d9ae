import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../language';
import { paletteFor } from '../../theme';
import type { ConditionView, CriterionView } from '../../views';
import { useScorecardDialogs } from '../dialogs/scorecardDialogsContext';
import { MeasurementValue } from './MeasurementValue';

const useStyles = makeStyles(theme => ({
  note: { color: paletteFor(theme.palette.type).muted, fontSize: '0.8125rem' },
  list: { margin: 0, paddingLeft: theme.spacing(2.5), fontSize: '0.8125rem' },
}));

/**
 * What else speaks for or against a criterion: another proof, what would
 * contradict an attestation, and settings that are asked for.
 */
export function CriterionProofs(props: { criterion: CriterionView }) {
  const { alternative, contradictedBy, asks } = props.criterion;
  const { t } = useTexts();
  return (
    <>
      {asks.map(sentence => (
        <span key={sentence}>{sentence}</span>
      ))}
      {alternative.length > 0 && (
        <Conditions
          title={t('criterion.alternative')}
          conditions={alternative}
        />
      )}
      {contradictedBy && (
        <Conditions
          title={t('criterion.contradictedBy')}
          conditions={[contradictedBy]}
        />
      )}
    </>
  );
}

function Conditions(props: { title: string; conditions: ConditionView[] }) {
  const classes = useStyles();
  return (
    <div>
      <span className={classes.note}>{props.title}</span>
      <ul className={classes.list}>
        {props.conditions.map(condition => (
          <Condition key={condition.metric} condition={condition} />
        ))}
      </ul>
    </div>
  );
}

function Condition(props: { condition: ConditionView }) {
  const { metric, measurement, threshold } = props.condition;
  const dialogs = useScorecardDialogs();
  return (
    <li>
      {dialogs?.titleOf(metric) ?? metric}:{' '}
      <MeasurementValue measurement={measurement} threshold={threshold} />
    </li>
  );
}
