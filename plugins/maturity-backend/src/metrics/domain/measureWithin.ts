import type {
  Measurement,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';

/**
 * Measures over a window of the metric's own instead of the one that was asked
 * for, which the measurement still names.
 *
 * @param window - for example the thirteen weeks before the window's end; the
 * sample and the status, too, are about it
 */
export function measureWithin(
  window: TimeWindow,
  input: MetricInput,
  measure: (input: MetricInput) => Measurement,
): Measurement {
  return { ...measure({ ...input, window }), window: { ...input.window } };
}
