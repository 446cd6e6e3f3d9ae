import { isError } from '@backstage/errors';
import type { Measurement } from '@devops-scorecards/plugin-maturity-common';
import type {
  Metric,
  MetricInput,
} from '@devops-scorecards/plugin-maturity-node';

/**
 * Measures one metric. A metric that throws yields status `error` with its
 * reason, so that it takes none of the others with it.
 */
export function measureOne(metric: Metric, input: MetricInput): Measurement {
  try {
    return metric.measure(input);
  } catch (error) {
    const { id, unit, statistic, minimum } = metric.definition;
    return {
      metric: id,
      status: 'error',
      reason: isError(error) ? error.message : String(error),
      unit,
      statistic,
      minimum,
      n: 0,
      open: 0,
      window: { ...input.window },
      asOf: input.asOf,
      evidence: [],
      generated: false,
    };
  }
}
