import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { ratioMeasurement } from '../ratioMeasurement';
import { faultsBegunIn, INCIDENT_LOOK_BACK_DAYS } from './faults';
import { deploymentLinker } from './linkDeployment';

const definition: MetricDefinition = {
  id: 'change-caused-incident-rate',
  area: 'incident',
  title: { en: 'Change-caused incident rate', 'zh-CN': '变更引发故障率' },
  description: {
    en: 'Share of faults that a change caused: their cause says so, or they are linked to a deployment. Faults without a known cause or link count as not caused by a change.',
    'zh-CN':
      '由变更引发的故障的比例：原因标明为变更，或已关联到某次部署。原因与关联均未知的故障按非变更引发计。',
  },
  unit: 'ratio',
  direction: 'lower',
  statistic: 'value',
  statistics: ['value'],
  requires: ['incident', 'deployment'],
  minimum: 5,
  source:
    'CSA stability standard draft (2025), change and release management: change-caused faults; measure and limits inferred',
  page: 'metrics/change-caused-incident-rate.md',
};

/**
 * Faults caused by a change / faults that began in the window (S6.3). A known
 * cause wins over a link, and a link over nothing.
 */
export const changeCausedIncidentRate: Metric = {
  definition,
  lookBackDays: INCIDENT_LOOK_BACK_DAYS,
  measure(input) {
    const linkOf = deploymentLinker(input.facts);
    const items = faultsBegunIn(input).map(({ fact, at }) => {
      const { cause } = fact.fields;
      const linked = linkOf(fact) !== undefined;
      return {
        fact,
        at,
        hit: cause === undefined ? linked : cause === 'change',
        known: cause !== undefined || linked,
      };
    });
    return ratioMeasurement({
      definition,
      input,
      items,
      surroundings: {
        open: [],
        unknown: items.filter(({ known }) => !known).length,
      },
    });
  },
};
