import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  Measurement,
  MetricDefinition,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import {
  maturityApiRef,
  useLoad,
  type LoadState,
} from '@devops-scorecards/plugin-maturity-react';

/** Some metrics of an entity with what the catalogue says of them. */
export interface Measurements {
  /** In the order asked for; without those that the portal does not know. */
  measurements: Measurement[];
  definitions: MetricDefinition[];
}

/** Options of {@link useMeasurements}. */
export interface UseMeasurementsOptions {
  entityRef: string;
  /** A constant list, or the metrics are read again and again. */
  metrics: readonly string[];
  /** Changes when the scorecard's result does. */
  fingerprint?: string;
  /** Absent: that of now. */
  window?: TimeWindow;
  /** Items behind each number to fetch. */
  evidence?: number;
}

/** Reads metrics of an entity, again when its scorecard changes. */
export function useMeasurements(options: UseMeasurementsOptions): {
  state: LoadState<Measurements>;
  retry: () => void;
} {
  const { entityRef, metrics, fingerprint, window, evidence = 0 } = options;
  const { from, to } = window ?? {};
  const api = useApi(maturityApiRef);
  const load = useCallback(
    async (signal: AbortSignal): Promise<Measurements> => {
      const definitions = await api.getMetrics();
      const known = metrics.filter(id =>
        definitions.some(definition => definition.id === id),
      );
      const measurements =
        known.length > 0
          ? await api.getMeasurements({
              entityRef,
              metrics: known,
              window:
                from === undefined || to === undefined
                  ? undefined
                  : { from, to },
              evidence,
              signal,
            })
          : [];
      return {
        definitions,
        measurements: known.flatMap(
          id => measurements.find(one => one.metric === id) ?? [],
        ),
      };
    },
    // A new result comes with new measurements.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [api, entityRef, metrics, fingerprint, from, to, evidence],
  );
  const { state, reload } = useLoad({ load, keep: true });
  const retry = useCallback(() => {
    reload();
  }, [reload]);
  return { state, retry };
}

/** One of the measurements; absent where the portal does not know the metric. */
export function measurementOf(
  { measurements }: Measurements,
  metric: string,
): Measurement | undefined {
  return measurements.find(one => one.metric === metric);
}
