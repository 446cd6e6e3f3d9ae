import {
  conditionsOf,
  FACT_KINDS,
  type FactKind,
  type Model,
} from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import type { AlertRule } from '../../metrics/domain/incidents';
import { criteriaOf } from './criteriaOf';

/**
 * The kinds of fact of which the metrics of some criteria are made, in their
 * usual order.
 *
 * @param criteria - ids of criteria of the model
 * @param context - `alertRule`: with one, alerts become incidents
 */
export function kindsJudged(
  model: Model,
  criteria: ReadonlySet<string>,
  context: { metrics: readonly Metric[]; alertRule?: AlertRule },
): FactKind[] {
  const requires = new Map(
    context.metrics.map(({ definition }) => [
      definition.id,
      definition.requires,
    ]),
  );
  const kinds = new Set(
    criteriaOf(model)
      .filter(({ id }) => criteria.has(id))
      .flatMap(conditionsOf)
      .flatMap(({ metric }) => requires.get(metric) ?? []),
  );
  if (context.alertRule && kinds.has('incident')) {
    kinds.add('alert');
  }
  return FACT_KINDS.filter(kind => kinds.has(kind));
}
