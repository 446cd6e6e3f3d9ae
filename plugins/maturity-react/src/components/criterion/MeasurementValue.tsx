import type { ReactNode } from 'react';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import { useTexts } from '../../language';
import { paletteFor } from '../../theme';
import { useScorecardDialogs } from '../dialogs/scorecardDialogsContext';
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
  door: {
    font: 'inherit',
    color: 'inherit',
    // As tall as a finger needs without moving the line apart.
    padding: theme.spacing(0.5, 0),
    margin: theme.spacing(-0.5, 0),
    borderRadius: theme.shape.borderRadius,
    textDecoration: 'underline',
    textDecorationStyle: 'dotted',
    textUnderlineOffset: '3px',
    '&:hover': { textDecorationStyle: 'solid' },
    '&:focus-visible': {
      outline: `2px solid ${theme.palette.text.primary}`,
      outlineOffset: 1,
    },
  },
  side: {
    color: paletteFor(theme.palette.type).muted,
    whiteSpace: 'nowrap',
  },
}));

/**
 * A measured value with its unit, what it is compared with, and always its
 * sample size. Within {@link ScorecardDialogs} it opens what it is made of.
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
  const missing = threshold
    ? t('criterion.needs', { threshold: threshold.sign })
    : t('value.missing');
  return (
    <span className={classes.line}>
      {measurement.value ? (
        <span className={classes.value}>
          <MeasurementDoor
            measurement={measurement}
            label={t('measurement.open', { value: measurement.value })}
          >
            {measurement.value}
          </MeasurementDoor>
          {threshold && (
            <>
              <span aria-hidden="true"> → </span>
              <ThresholdText threshold={threshold} />
            </>
          )}
        </span>
      ) : (
        <MeasurementDoor
          measurement={measurement}
          label={[missing, t('measurement.openUnknown')].join(' – ')}
        >
          {missing}
        </MeasurementDoor>
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

/** Opens what a number is made of, where the page around can show that. @public */
export function MeasurementDoor(props: {
  measurement: Pick<MeasurementView, 'metric' | 'window'>;
  /** Said instead of the bare number. */
  label: string;
  children: ReactNode;
}) {
  const { measurement, label, children } = props;
  const { metric, window } = measurement;
  const classes = useStyles();
  const dialogs = useScorecardDialogs();
  return dialogs ? (
    <ButtonBase
      className={classes.door}
      aria-label={label}
      aria-haspopup="dialog"
      onClick={() => dialogs.showMeasurement({ metric, window })}
      disableRipple
    >
      {children}
    </ButtonBase>
  ) : (
    <span>{children}</span>
  );
}
