import type { EpochMs, Fact } from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { executionState } from '../executionState';
import { observedWindow } from '../observedWindow';
import { isProductionRollback } from '../rolledBackDeployments';
import type { SampleItem } from '../sample';

/** The rollbacks of an entity in production. */
export interface ProductionRollbacks {
  /** Finished in the window, in success or failure. */
  finished: { fact: Fact<'deployment'>; at: EpochMs; failed: boolean }[];
  /** Began in the window and were running at its end. */
  open: SampleItem[];
  /** Ended, but how or when is unknown. */
  undecided: number;
}

/** The sample that both metrics of rollbacks share. */
export function productionRollbacks(input: MetricInput): ProductionRollbacks {
  const window = observedWindow(input);
  const result: ProductionRollbacks = { finished: [], open: [], undecided: 0 };
  for (const fact of input.facts) {
    if (!isProductionRollback(fact)) {
      continue;
    }
    const { startedAt, finishedAt, outcome } = fact.fields;
    switch (executionState(fact.fields, window)) {
      case 'decided':
        result.finished.push({
          fact,
          at: finishedAt!,
          failed: outcome === 'failure',
        });
        break;
      case 'open':
        result.open.push({ fact, at: startedAt! });
        break;
      case 'undecided':
        result.undecided += 1;
        break;
      default:
    }
  }
  return result;
}
