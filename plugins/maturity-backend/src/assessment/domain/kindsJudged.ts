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
    context.metrics
      // What other services did is in no event of this one.
      .filter(({ definition }) => !definition.portfolio)
      .map(({ definition }) => [definition.id, definition.requires]),
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

/**
 * Whether criteria judge nothing but what all services of the owner do, so that
 * nothing of the entity's own explains what became of them.
 */
export function judgePortfolioOnly(
  model: Model,
  criteria: ReadonlySet<string>,
  { metrics }: { metrics: readonly Metric[] },
): boolean {
  const portfolios = new Set(
    metrics.flatMap(({ definition: { id, portfolio } }) =>
      portfolio ? [id] : [],
    ),
  );
  const judged = criteriaOf(model).filter(({ id }) => criteria.has(id));
  return (
    judged.length > 0 &&
    judged.every(criterion => {
      const conditions = conditionsOf(criterion);
      return (
        conditions.length > 0 &&
        conditions.every(({ metric }) => portfolios.has(metric))
      );
    })
  );
}
