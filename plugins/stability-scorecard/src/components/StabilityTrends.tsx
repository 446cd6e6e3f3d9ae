import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import {
  maturityApiRef,
  MetricTrend,
  Panel,
  Skeleton,
  StateBoundary,
  toMetricTrendView,
  useLoad,
  useTexts,
  useTimeZone,
} from '@devops-scorecards/plugin-maturity-react';
import { makeStyles } from '@material-ui/core/styles';
import { STABILITY_METRICS } from './stabilityMetrics';

const useStyles = makeStyles(theme => ({
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 420px), 1fr))',
    gap: theme.spacing(3),
  },
}));

/** The stability metrics week by week. */
export function StabilityTrends(props: {
  entityRef: string;
  definitions: MetricDefinition[];
}) {
  const { entityRef, definitions } = props;
  const api = useApi(maturityApiRef);
  const texts = useTexts();
  const timeZone = useTimeZone();
  const classes = useStyles();
  const load = useCallback(
    (signal: AbortSignal) =>
      Promise.all(
        STABILITY_METRICS.map(metric =>
          api.getMetricSeries({ entityRef, metric, bucket: 'week', signal }),
        ),
      ),
    [api, entityRef],
  );
  const { state, reload } = useLoad({ load });
  return (
    <Panel title={texts.t('trend.metricsTitle')}>
      <StateBoundary
        state={state}
        skeleton={
          <div className={classes.grid}>
            {STABILITY_METRICS.map(metric => (
              <Skeleton key={metric} height={196} />
            ))}
          </div>
        }
        onRetry={reload}
      >
        {series => (
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
                })}
              />
            ))}
          </div>
        )}
      </StateBoundary>
    </Panel>
  );
}
