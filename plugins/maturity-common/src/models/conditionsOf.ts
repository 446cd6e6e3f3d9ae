import type { Criterion, MetricCondition } from './types';

const NONE: readonly MetricCondition[] = [];

/**
 * Every limit on a metric that a criterion looks at: its own first, then those
 * of its alternative or of what contradicts it.
 *
 * @public
 */
export function conditionsOf(criterion: Criterion): readonly MetricCondition[] {
  switch (criterion.kind) {
    case 'metric':
      return [criterion, ...(criterion.alternative ?? NONE)];
    case 'attestation':
      return criterion.contradictedBy ? [criterion.contradictedBy] : NONE;
    default:
      return NONE;
  }
}
