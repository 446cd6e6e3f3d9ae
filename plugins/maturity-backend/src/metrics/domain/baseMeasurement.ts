import type {
  Measurement,
  MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { measurementStatus } from './measurementStatus';
import { observedWindow } from './observedWindow';
import {
  evidenceOf,
  type EvidenceItem,
  type SampleSurroundings,
} from './sample';

/**
 * All of a measurement but its value: status, sample size, evidence.
 *
 * Without a source there is no sample, whatever facts lie around.
 *
 * @param options - `n`: the sample size where an item stands for more than one,
 * such as a test report for its tests
 */
export function baseMeasurement(options: {
  definition: MetricDefinition;
  input: MetricInput;
  items: readonly EvidenceItem[];
  n?: number;
  surroundings: SampleSurroundings;
}): Measurement {
  const { definition, input, items, surroundings } = options;
  const { n = items.length } = options;
  const { open, unknown } = surroundings;
  const { status, missing, connectedSince, connectedUntil } = measurementStatus(
    {
      definition,
      input,
      n,
      open: open.length,
    },
  );
  const common = {
    metric: definition.id,
    status,
    unit: definition.unit,
    statistic: definition.statistic,
    minimum: definition.minimum,
    window: { ...input.window },
    asOf: input.asOf,
  };
  if (status === 'no-source') {
    return {
      ...common,
      n: 0,
      open: 0,
      missing,
      evidence: [],
      generated: false,
    };
  }
  const { to } = observedWindow(input);
  const openItems = open.map<EvidenceItem>(({ fact, at }) => ({
    fact,
    at,
    role: 'open',
    ...(definition.unit === 'duration' ? { value: to - at } : {}),
  }));
  const all = [...items, ...openItems];
  return {
    ...common,
    n,
    open: open.length,
    ...(unknown === undefined ? {} : { unknown }),
    ...(connectedSince === undefined ? {} : { connectedSince }),
    ...(connectedUntil === undefined ? {} : { connectedUntil }),
    evidence: evidenceOf(all, input.evidenceLimit),
    generated: all.some(({ fact }) => fact.generated),
  };
}
