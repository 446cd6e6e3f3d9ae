import type {
  Measurement,
  MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import {
  MeasurementValue,
  paletteFor,
  pickText,
  toMeasurementView,
  useTexts,
  useTimeZone,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(theme => {
  const palette = paletteFor(theme.palette.type);
  return {
    row: {
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${palette.line}`,
    },
    title: { fontSize: '0.9375rem', fontWeight: 600 },
    text: { margin: 0, fontSize: '0.8125rem', color: palette.muted },
  };
});

/** One metric with its value, sample size and, where wanted, its meaning. */
export function StabilityMeasurement(props: {
  measurement: Measurement;
  definition?: MetricDefinition;
  /** Leaves the description out, for cards. */
  short?: boolean;
}) {
  const { measurement, definition, short } = props;
  const texts = useTexts();
  const timeZone = useTimeZone();
  const classes = useStyles();
  return (
    <li className={classes.row}>
      <div className={classes.title}>
        {definition ? pickText(texts, definition.title) : measurement.metric}
      </div>
      <MeasurementValue
        measurement={toMeasurementView({ measurement, texts, timeZone })}
      />
      {definition && !short && (
        <p className={classes.text}>
          {pickText(texts, definition.description)}
        </p>
      )}
    </li>
  );
}
