import type {
  EpochMs,
  Fact,
  MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { INCIDENT_LOOK_BACK_DAYS } from '../incidents/faults';
import { begunAt } from '../incidents/incidentTimes';
import { decidedRatio } from './decidedRatio';

const definition: MetricDefinition = {
  id: 'deployment-rework-rate',
  area: 'release',
  title: { en: 'Deployment rework rate', 'zh-CN': '部署返工率' },
  description: {
    en: 'Share of production deployments that nobody had planned and that were made because of an incident: they name it, or they are hotfixes made during it or up to 24 hours after it. A deployment of unknown purpose at such a time counts as one.',
    'zh-CN':
      '生产部署中因故障而进行的计划外部署的比例：部署指明了所修复的故障，或为故障期间及恢复后 24 小时内的热修复。此期间目的未知的部署按返工计。',
  },
  unit: 'ratio',
  direction: 'lower',
  statistic: 'value',
  statistics: ['value'],
  requires: ['deployment', 'incident'],
  minimum: 10,
  source: 'DORA software delivery performance metrics, deployment rework rate',
  page: 'metrics/deployment-rework-rate.md',
};

/** How long after an incident a hotfix is still made because of it. Milliseconds. */
const AFTERMATH_MS = 24 * 60 * 60_000;

/**
 * Unplanned production deployments made because of an incident / production
 * deployments.
 */
export const deploymentReworkRate: Metric = {
  definition,
  lookBackDays: INCIDENT_LOOK_BACK_DAYS,
  measure(input) {
    const incidents = input.facts.filter(isFault);
    return decidedRatio({
      definition,
      input,
      decide: ({ fields }) => {
        const { purpose, repairs, startedAt, finishedAt } = fields;
        if (purpose === 'planned') {
          return false;
        }
        if (repairs !== undefined) {
          return true;
        }
        const begun = startedAt ?? finishedAt!;
        const afterIncident = incidents.some(fact => isAbout(fact, begun));
        return purpose === 'hotfix' || !afterIncident
          ? afterIncident
          : undefined;
      },
    });
  },
};

function isFault(fact: Fact): fact is Fact<'incident'> {
  return fact.kind === 'incident' && !fact.fields.scheduled;
}

/** Whether an instant lies in an incident or in the day after it. */
function isAbout({ fields }: Fact<'incident'>, at: EpochMs): boolean {
  const begun = begunAt(fields);
  const { restoredAt = Infinity } = fields;
  return begun !== undefined && begun <= at && at <= restoredAt + AFTERMATH_MS;
}
