import type {
  Fact,
  Measurement,
} from '@devops-scorecards/plugin-maturity-common';
import { builtInMetrics } from '../builtInMetrics';
import { measureEntity } from '../measureEntity';
import { HOUR, input } from './facts';

/** Those that are made of the facts of the entity itself. */
export const metricsOfFacts = builtInMetrics.filter(
  ({ portfolio }) => !portfolio,
);

/**
 * Measures all built-in metrics of an entity that has an objective and a target,
 * unless the options say otherwise.
 */
export function measureAll(
  facts: readonly Fact[],
  options: Partial<Parameters<typeof measureEntity>[0]> = {},
): Record<string, Measurement> {
  return measureEntity({
    ...input(),
    metrics: metricsOfFacts,
    subject: { recoveryTimeObjectiveMs: HOUR, availabilityTarget: 0.99 },
    ...options,
    facts,
  });
}
