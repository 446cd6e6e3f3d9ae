import { useCallback, useMemo, useState } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type { Scorecard } from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '../../api';
import { useTexts } from '../../language';
import { useLoad } from '../../state';
import { metricTargets, toMetricTrendView } from '../../views';
import { Panel, QuietButton } from '../page';
import { Skeleton, StateBoundary } from '../state';
import { MetricTrend } from '../trend';

const useStyles = makeStyles(theme => ({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 340px), 1fr))',
    gap: theme.spacing(3),
  },
}));

/** Shown beside what the model judges: how often it is deployed. */
const ALSO: readonly string[] = ['deployment-frequency'];

/** As many charts as are drawn before somebody asks for more. */
const FIRST = 6;

/** The metrics that the model judges, week by week. @public */
export function MetricTrendsPanel(props: {
  scorecard: Scorecard;
  fingerprint: string;
  /** A scorecard of the past is shown: its own window is drawn. */
  fixed?: boolean;
  /** Drawn beside what the model judges. */
  also?: readonly string[];
}) {
  const { scorecard, fingerprint, fixed, also = ALSO } = props;
  const { entityRef, timeZone } = scorecard;
  const { from, to } = scorecard.window;
  const api = useApi(maturityApiRef);
  const texts = useTexts();
  const { t } = texts;
  const classes = useStyles();
  const targets = useMemo(() => metricTargets(scorecard), [scorecard]);
  const [all, setAll] = useState(false);
  const metrics = useMemo(
    () => [
      ...new Set([...metricsOfGaps(scorecard), ...targets.keys(), ...also]),
    ],
    [scorecard, targets, also],
  );
  const hidden = metrics.length - FIRST;
  const wanted = (all ? metrics : metrics.slice(0, FIRST)).join(',');

  const load = useCallback(
    async (signal: AbortSignal) => {
      const definitions = await api.getMetrics();
      const known = wanted
        .split(',')
        .filter(id => definitions.some(definition => definition.id === id));
      const series = await Promise.all(
        known.map(metric =>
          api.getMetricSeries({
            entityRef,
            metric,
            bucket: 'week',
            window: fixed ? { from, to } : undefined,
            signal,
          }),
        ),
      );
      return { definitions, series };
    },
    // A new result moves the newest week.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [api, entityRef, wanted, fingerprint, fixed && from, fixed && to],
  );
  const { state, reload } = useLoad({ load, keep: true });
  return (
    <Panel title={t('trend.metricsTitle')}>
      <StateBoundary
        state={state}
        skeleton={
          <div className={classes.grid}>
            {wanted.split(',').map(metric => (
              <Skeleton key={metric} height={220} />
            ))}
          </div>
        }
        onRetry={reload}
      >
        {({ definitions, series }) => (
          <div className={classes.grid}>
            {series.map(one => (
              <MetricTrend
                key={one.metric}
                view={toMetricTrendView(one, {
                  texts,
                  timeZone,
                  definition: definitions.find(
                    definition => definition.id === one.metric,
                  ),
                  target: targets.get(one.metric),
                })}
              />
            ))}
          </div>
        )}
      </StateBoundary>
      {hidden > 0 && (
        <QuietButton onClick={() => setAll(before => !before)}>
          {all
            ? t('trend.fewerMetrics')
            : t('trend.moreMetrics', { count: hidden })}
        </QuietButton>
      )}
    </Panel>
  );
}

/** What stands in the way comes first. */
function metricsOfGaps(scorecard: Scorecard): string[] {
  return scorecard.gaps.flatMap(({ card: { criterion } }) =>
    criterion.kind === 'metric' ? criterion.metric : [],
  );
}
