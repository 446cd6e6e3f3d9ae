import type {
  Fact,
  MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type {
  Metric,
  MetricInput,
} from '@devops-scorecards/plugin-maturity-node';
import { deploymentsRepairedBy } from '../deploymentsRepairedBy';
import { begunAt } from '../incidents/incidentTimes';
import { deploymentLinker } from '../incidents/linkDeployment';
import {
  isProductionDeployment,
  productionDeployments,
} from '../productionDeployments';
import { ratioMeasurement } from '../ratioMeasurement';
import { rolledBackDeployments } from '../rolledBackDeployments';

const definition: MetricDefinition = {
  id: 'change-failure-rate',
  area: 'release',
  title: { en: 'Change failure rate', 'zh-CN': '变更失败率' },
  description: {
    en: 'Share of production deployments that an incident is linked to, that were rolled back, or that a hotfix followed within 24 hours.',
    'zh-CN': '生产部署中关联了故障、被回滚、或在 24 小时内有热修复跟进的比例。',
  },
  unit: 'ratio',
  direction: 'lower',
  statistic: 'value',
  statistics: ['value'],
  requires: ['deployment', 'incident'],
  minimum: 10,
  source: 'DORA software delivery performance metrics, change failure rate',
  page: 'metrics/change-failure-rate.md',
};

const HOTFIX_WITHIN_MS = 24 * 60 * 60_000;

/**
 * Production deployments that an incident is linked to, that were rolled back or
 * that a hotfix repaired within 24 hours / production deployments (M24). Each
 * counts once, however many incidents it caused, so the rate never exceeds 1.
 */
export const changeFailureRate: Metric = {
  definition,
  measure(input) {
    const { finished, open, undecided } = productionDeployments(input);
    const rolledBack = rolledBackDeployments(input);
    const hotfixed = deploymentsRepairedBy({
      facts: input.facts,
      asOf: input.asOf,
      repairs: isProductionHotfix,
      within: HOTFIX_WITHIN_MS,
    });
    const faulty = deploymentsWithIncident(input);
    return ratioMeasurement({
      definition,
      input,
      items: finished.map(({ fact, at }) => ({
        fact,
        at,
        hit: faulty.has(fact.key) || rolledBack.has(fact) || hotfixed.has(fact),
      })),
      surroundings: { open, unknown: undecided },
    });
  },
};

/** Keys of the deployments that incidents are linked to which as-of has seen. */
function deploymentsWithIncident({ facts, asOf }: MetricInput): Set<string> {
  const linkOf = deploymentLinker(facts);
  const keys = new Set<string>();
  for (const fact of facts) {
    if (fact.kind !== 'incident' || fact.fields.scheduled) {
      continue;
    }
    const at = begunAt(fact.fields);
    const link = linkOf(fact);
    if (link && at !== undefined && at < asOf) {
      keys.add(link.key);
    }
  }
  return keys;
}

function isProductionHotfix(fact: Fact): fact is Fact<'deployment'> {
  return isProductionDeployment(fact) && fact.fields.purpose === 'hotfix';
}
