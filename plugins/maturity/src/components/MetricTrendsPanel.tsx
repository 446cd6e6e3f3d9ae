import { useCallback, useMemo } from 'react';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type { Scorecard } from '@devops-scorecards/plugin-maturity-common';
import {
  maturityApiRef,
  MetricTrend,
  metricTargets,
  Panel,
  Skeleton,
  StateBoundary,
  toMetricTrendView,
  useLoad,
  useTexts,
} from '@devops-scorecards/plugin-maturity-react';

const useStyles = makeStyles(theme => ({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 340px), 1fr))',
    gap: theme.spacing(3),
  },
}));

/** Shown beside what the model judges: how often it is deployed. */
const ALWAYS = 'deployment-frequency';

/** The metrics that the model judges, week by week. */
export function MetricTrendsPanel(props: {
  scorecard: Scorecard;
  fingerprint: string;
}) {
  const { scorecard, fingerprint } = props;
  const { entityRef, timeZone } = scorecard;
  const api = useApi(maturityApiRef);
  const texts = useTexts();
  const { t } = texts;
  const classes = useStyles();
  const targets = useMemo(() => metricTargets(scorecard), [scorecard]);
  const wanted = [...new Set([...targets.keys(), ALWAYS])].join(',');

  const load = useCallback(
    async (signal: AbortSignal) => {
      const definitions = await api.getMetrics();
      const known = wanted
        .split(',')
        .filter(id => definitions.some(definition => definition.id === id));
      const series = await Promise.all(
        known.map(metric =>
          api.getMetricSeries({ entityRef, metric, bucket: 'week', signal }),
        ),
      );
      return { definitions, series };
    },
    // A new result moves the newest week.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [api, entityRef, wanted, fingerprint],
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
    </Panel>
  );
}
