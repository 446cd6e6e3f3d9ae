import type { EpochMs, Fact } from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { executionsIn } from './executionsIn';
import { executionState } from './executionState';
import { observedWindow } from './observedWindow';
import type { SampleItem } from './sample';

/** A production deployment at its finish. */
export interface ProductionDeployment {
  fact: Fact<'deployment'>;
  at: EpochMs;
  failed: boolean;
}

/** Deployments to production, by how they stand in a window. */
export interface ProductionDeployments {
  /** Finished in the window, in success or failure. */
  finished: ProductionDeployment[];
  /** Began in the window and were running at its end. */
  open: SampleItem[];
  /** Ended, but how or when is unknown. */
  undecided: number;
}

/**
 * Whether a deployment brings a version to production: its environment is
 * known to be production and it is not a rollback, which undoes a deployment
 * and is no deployment of its own.
 */
export function isProductionDeployment(fact: Fact): fact is Fact<'deployment'> {
  return (
    fact.kind === 'deployment' &&
    fact.fields.tier === 'production' &&
    fact.fields.purpose !== 'rollback'
  );
}

/**
 * The one sample that all metrics of deployments share, so that their
 * denominators agree.
 */
export function productionDeployments(
  input: MetricInput,
): ProductionDeployments {
  return sampleDeployments(input, isProductionDeployment);
}

/** Deployments of one sort, by how they stand in the window. */
export function sampleDeployments(
  input: MetricInput,
  isWanted: (fact: Fact) => fact is Fact<'deployment'>,
): ProductionDeployments {
  const window = observedWindow(input);
  const result: ProductionDeployments = {
    finished: [],
    open: [],
    undecided: 0,
  };
  for (const fact of executionsIn(input.facts, isWanted, window)) {
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
