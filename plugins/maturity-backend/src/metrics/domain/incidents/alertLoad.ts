import type {
  EpochMs,
  Fact,
  Measurement,
  MetricDefinition,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { baseMeasurement } from '../baseMeasurement';
import { observedWindow } from '../observedWindow';
import { distribution } from '../statistics';

/**
 * The distribution of alerts over the parts of a window, such as its days. Parts
 * from before the source was connected are none: nobody knows how many alerts
 * they had.
 *
 * @param options - `alerts`: that fired in the window, in any order; `parts`:
 * cuts a window into its parts, in order; `unknown`: alerts of which it is
 * unknown whether they belong
 */
export function alertLoad(options: {
  definition: MetricDefinition;
  input: MetricInput;
  alerts: readonly { fact: Fact<'alert'>; at: EpochMs }[];
  parts: (window: TimeWindow) => readonly TimeWindow[];
  unknown?: number;
}): Measurement {
  const { definition, input, alerts, unknown } = options;
  const measurement = baseMeasurement({
    definition,
    input,
    items: alerts.map(({ fact, at }) => ({ fact, at, role: 'against' })),
    surroundings: { open: [], ...(unknown === undefined ? {} : { unknown }) },
  });
  const { status, n } = measurement;
  if (status === 'no-source' || (status !== 'ok' && n === 0)) {
    return measurement;
  }
  const { from, to } = observedWindow(input);
  const times = alerts.map(({ at }) => at).sort((a, b) => a - b);
  // An alert may have fired before its source was heard of first.
  const since = Math.min(input.connections.alert!.since, times[0] ?? to);
  const perPart = distribution(
    countIn(options.parts({ from: Math.max(from, since), to }), times),
  )!;
  return { ...measurement, value: perPart.p90, distribution: perPart };
}

/** How many of the times, which ascend, lie in each of the parts, which follow each other. */
function countIn(
  parts: readonly TimeWindow[],
  times: readonly EpochMs[],
): number[] {
  let next = 0;
  return parts.map(({ to }) => {
    const first = next;
    while (next < times.length && times[next] < to) {
      next += 1;
    }
    return next - first;
  });
}
