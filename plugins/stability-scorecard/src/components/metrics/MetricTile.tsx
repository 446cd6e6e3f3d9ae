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
  type MeasurementView,
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
    text: {
      margin: theme.spacing(0.5, 0, 0),
      fontSize: '0.8125rem',
      color: palette.muted,
    },
    ask: { margin: 0, fontSize: '0.8125rem' },
  };
});

/** One metric with its value, sample size and, where wanted, its meaning. */
export function MetricTile(props: {
  measurement: Measurement;
  definition?: MetricDefinition;
  timeZone: string;
  /** Instead of the usual words, where its numbers need others. */
  view?: MeasurementView;
  /** Leaves the description out, for cards. */
  short?: boolean;
}) {
  const { measurement, definition, timeZone, short } = props;
  const texts = useTexts();
  const classes = useStyles();
  const view =
    props.view ?? toMeasurementView({ measurement, texts, timeZone });
  return (
    <li className={classes.row}>
      <div className={classes.title}>
        {definition ? pickText(texts, definition.title) : measurement.metric}
      </div>
      <MeasurementValue measurement={view} />
      {!short &&
        view.asks.map(ask => (
          <p key={ask} className={classes.ask}>
            {ask}
          </p>
        ))}
      {definition && !short && (
        <p className={classes.text}>
          {pickText(texts, definition.description)}
        </p>
      )}
    </li>
  );
}
