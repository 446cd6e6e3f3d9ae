import type { MetricDefinition } from '../metrics';
import type { ModelPath, ModelProblem } from './ModelProblem';
import type { WrittenCondition } from './modelSchema';
import { readQuantity } from './readQuantity';

/** A limit on a metric, and where it stands. */
export interface PlacedCondition {
  condition: WrittenCondition;
  path: ModelPath;
  /** True when it is to hold on bad values instead of good ones. */
  adverse?: boolean;
}

/**
 * Checks that a limit fits its metric: the statistic, the side on which it
 * lies, and the unit.
 */
export function checkCondition(
  { condition, path, adverse = false }: PlacedCondition,
  metrics: ReadonlyMap<string, MetricDefinition>,
): ModelProblem[] {
  const metric = metrics.get(condition.metric);
  if (!metric) {
    const known = [...metrics.keys()].sort().join(', ');
    return [
      {
        path: [...path, 'metric'],
        message: `names the unknown metric "${condition.metric}"`,
        fix: `use one of ${known}, or install the module that brings it`,
      },
    ];
  }
  const problems: ModelProblem[] = [];
  if (!metric.statistics.includes(condition.statistic)) {
    problems.push({
      path: [...path, 'statistic'],
      message: `is not offered by ${metric.id}: ${condition.statistic}`,
      fix: `use ${metric.statistics.join(' or ')}`,
    });
  }
  const atLeast = (metric.direction === 'higher') !== adverse;
  const operators = atLeast ? ['>=', '>'] : ['<=', '<'];
  if (!operators.includes(condition.operator)) {
    problems.push({
      path: [...path, 'operator'],
      message: `is ${condition.operator}, but a ${metric.direction} ${
        metric.id
      } is better${adverse ? ' and contradicts nothing' : ''}`,
      fix: `use ${operators.join(' or ')}`,
    });
  }
  const limit = readQuantity(condition.threshold, metric.unit);
  if ('fix' in limit) {
    problems.push({
      path: [...path, 'threshold'],
      message: `does not fit ${metric.id}: ${condition.threshold}`,
      fix: limit.fix,
    });
  }
  return problems;
}
