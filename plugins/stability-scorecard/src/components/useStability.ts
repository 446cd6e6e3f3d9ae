import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Measurement,
  MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import {
  maturityApiRef,
  useLoad,
  type LoadState,
} from '@devops-scorecards/plugin-maturity-react';
import { STABILITY_METRICS } from './stabilityMetrics';

/** What the stability of an entity is read from. */
export interface Stability {
  definitions: MetricDefinition[];
  /** In the order of {@link STABILITY_METRICS}. */
  measurements: Measurement[];
}

/** Measurements of an entity's changes and releases over the last 90 days. */
export function useStability(entityRef: string): {
  state: LoadState<Stability>;
  retry: () => void;
} {
  const api = useApi(maturityApiRef);
  const load = useCallback(
    async (signal: AbortSignal): Promise<Stability> => {
      const [definitions, measurements] = await Promise.all([
        api.getMetrics(),
        api.getMeasurements({
          entityRef,
          metrics: [...STABILITY_METRICS],
          evidence: 5,
          signal,
        }),
      ]);
      return {
        definitions,
        measurements: STABILITY_METRICS.flatMap(
          id => measurements.find(one => one.metric === id) ?? [],
        ),
      };
    },
    [api, entityRef],
  );
  const { state, reload } = useLoad({ load });
  const retry = useCallback(() => {
    reload();
  }, [reload]);
  return { state, retry };
}
