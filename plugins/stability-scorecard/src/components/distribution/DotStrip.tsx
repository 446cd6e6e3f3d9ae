import { lazy, useMemo } from 'react';
import type { Measurement } from '@devops-scorecards/plugin-maturity-common';
import {
  MeasurementValue,
  paletteFor,
  QuietButton,
  toMeasurementView,
  TrendFigure,
  useScorecardDialogs,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { useStabilityTexts } from '../../translation';
import { toDotStripView, type Dot } from '../../views/dotStripView';
import { chartHeight } from './chartHeight';
import { DotStripLegend } from './DotStripLegend';

// The chart library comes with the first chart, not with the page.
const DotStripChart = lazy(() => import('./DotStripChart'));

const useStyles = makeStyles(theme => ({
  strip: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  note: {
    margin: 0,
    fontSize: '0.8125rem',
    color: paletteFor(theme.palette.type).muted,
  },
}));

/** A sample of durations with every incident for itself. */
export function DotStrip(props: {
  title: string;
  measurement: Measurement;
  timeZone: string;
}) {
  const { title, measurement, timeZone } = props;
  const words = useStabilityTexts();
  const { t, texts } = words;
  const classes = useStyles();
  const view = useMemo(
    () => toDotStripView({ ...words, title, measurement, timeZone }),
    [words, title, measurement, timeZone],
  );
  return (
    <div className={classes.strip}>
      <TrendFigure
        title={title}
        note={
          <MeasurementValue
            measurement={toMeasurementView({ measurement, texts, timeZone })}
          />
        }
        summary={view?.summary}
        height={view ? chartHeight(view) : 0}
        columns={[
          texts.t('evidence.when'),
          texts.t('evidence.what'),
          t('distribution.duration'),
          t('distribution.state'),
        ]}
        rows={(view?.dots ?? []).map(dot => ({
          key: dot.id,
          cells: [
            dot.when,
            <DotName key="name" dot={dot} />,
            dot.duration,
            dot.state,
          ],
        }))}
        chart={view && <DotStripChart view={view} />}
      />
      {view && <DotStripLegend view={view} />}
      {view?.cut && <p className={classes.note}>{view.cut}</p>}
    </div>
  );
}

function DotName(props: { dot: Dot }) {
  const { label, evidence } = props.dot;
  const { t } = useStabilityTexts();
  const dialogs = useScorecardDialogs();
  const { kind, source, key } = evidence;
  return dialogs ? (
    <QuietButton
      label={t('incidents.show', { title: label })}
      onClick={() => dialogs.showFact({ kind, source, key })}
    >
      {label}
    </QuietButton>
  ) : (
    <>{label}</>
  );
}
