import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import {
  sampleDeployments,
  type ProductionDeployments,
} from '../productionDeployments';
import { isProductionRollback } from '../rolledBackDeployments';

/** The sample that both metrics of rollbacks share. */
export function productionRollbacks(input: MetricInput): ProductionDeployments {
  return sampleDeployments(input, isProductionRollback);
}
