import type { EpochMs, Fact } from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { observedWindow } from '../observedWindow';
import { contains } from './faults';

/** The alerts that fired in the window, as far as as-of has seen it. */
export function alertsIn(
  input: Pick<MetricInput, 'facts' | 'window' | 'asOf'>,
): { fact: Fact<'alert'>; at: EpochMs }[] {
  const window = observedWindow(input);
  return input.facts.flatMap(fact => {
    const at = fact.kind === 'alert' ? fact.fields.startedAt : undefined;
    return fact.kind === 'alert' && at !== undefined && contains(window, at)
      ? [{ fact, at }]
      : [];
  });
}
