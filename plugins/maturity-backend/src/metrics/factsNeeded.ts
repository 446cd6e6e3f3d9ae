import {
  daysBefore,
  FACT_KINDS,
  type EpochMs,
  type FactKind,
  type TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';

/**
 * Which facts to read before measuring: their kinds, and how far back.
 *
 * @returns `kinds` in the order of `FACT_KINDS`; `from` is the start of the
 * window less the longest look-back of the metrics
 */
export function factsNeeded(options: {
  metrics: readonly Metric[];
  window: TimeWindow;
  timeZone: string;
}): { kinds: FactKind[]; from: EpochMs } {
  const { metrics, window, timeZone } = options;
  const required = new Set(
    metrics.flatMap(({ definition }) => definition.requires),
  );
  const lookBackDays = Math.max(
    0,
    ...metrics.map(metric => metric.lookBackDays ?? 0),
  );
  return {
    kinds: FACT_KINDS.filter(kind => required.has(kind)),
    from: daysBefore(window.from, lookBackDays, timeZone),
  };
}
