import type {
  Fact,
  Measurement,
} from '@devops-scorecards/plugin-maturity-common';
import { builtInMetrics } from '../builtInMetrics';
import { measureEntity } from '../measureEntity';
import { input } from './facts';

/** Measures all built-in metrics, unless the options say otherwise. */
export function measureAll(
  facts: readonly Fact[],
  options: Partial<Parameters<typeof measureEntity>[0]> = {},
): Record<string, Measurement> {
  return measureEntity({
    ...input(),
    metrics: builtInMetrics,
    ...options,
    facts,
  });
}
