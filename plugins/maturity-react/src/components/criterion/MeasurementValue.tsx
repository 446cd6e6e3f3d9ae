import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../language';
import { paletteFor } from '../../theme';
import type { MeasurementView, ThresholdView } from '../../views';
import { ThresholdText } from './ThresholdText';

const useStyles = makeStyles(theme => ({
  line: {
    display: 'inline-flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: theme.spacing(1),
    fontSize: '0.875rem',
    color: theme.palette.text.primary,
    fontVariantNumeric: 'tabular-nums',
  },
  value: { fontWeight: 600, whiteSpace: 'nowrap' },
  side: {
    color: paletteFor(theme.palette.type).muted,
    whiteSpace: 'nowrap',
  },
}));

/**
 * A measured value with its unit, what it is compared with, and always its
 * sample size.
 *
 * @public
 */
export function MeasurementValue(props: {
  measurement: MeasurementView;
  threshold?: ThresholdView;
}) {
  const { measurement, threshold } = props;
  const { t } = useTexts();
  const classes = useStyles();
  return (
    <span className={classes.line}>
      {measurement.value ? (
        <span className={classes.value}>
          {measurement.value}
          {threshold && (
            <>
              <span aria-hidden="true"> → </span>
              <ThresholdText threshold={threshold} />
            </>
          )}
        </span>
      ) : (
        <span>
          {threshold
            ? t('criterion.needs', { threshold: threshold.sign })
            : t('value.missing')}
        </span>
      )}
      {measurement.statistic && (
        <span className={classes.side}>{measurement.statistic}</span>
      )}
      <span className={classes.side}>{measurement.sample}</span>
      {measurement.share && (
        <span className={classes.side}>{measurement.share}</span>
      )}
      {measurement.notes.map(note => (
        <span key={note} className={classes.side}>
          {note}
        </span>
      ))}
    </span>
  );
}
