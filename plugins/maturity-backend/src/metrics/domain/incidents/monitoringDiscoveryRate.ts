import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { baseMeasurement } from '../baseMeasurement';
import { ratioMeasurement } from '../ratioMeasurement';
import { faultsBegunIn } from './faults';
import { isMadeOfAlerts } from './incidentsOf';

const definition: MetricDefinition = {
  id: 'monitoring-discovery-rate',
  area: 'alerting',
  title: { en: 'Fault monitoring discovery rate', 'zh-CN': '故障监控发现率' },
  description: {
    en: 'Share of faults that monitoring noticed first, before any user, regulator or inspection. Where it is unknown who noticed a fault, it counts as not noticed by monitoring.',
    'zh-CN':
      '由监控先于用户、监管或巡检发现的故障的比例。发现方式未知的故障按非监控发现计。',
  },
  unit: 'ratio',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['incident'],
  minimum: 5,
  source:
    'CSA stability standard draft (2025), fault monitoring discovery rate; formula inferred',
  page: 'metrics/monitoring-discovery-rate.md',
};

/**
 * Faults whose first valid signal was a monitoring alert / faults that began in
 * the window (S3.1).
 *
 * @remarks
 * Where incidents are only known from alerts there is no rate: monitoring then
 * discovers every fault that is known, because no other is.
 */
export const monitoringDiscoveryRate: Metric = {
  definition,
  measure(input) {
    const faults = faultsBegunIn(input);
    if (faults.some(({ fact }) => isMadeOfAlerts(fact))) {
      const { incident: _, ...connections } = input.connections;
      return baseMeasurement({
        definition,
        input: { ...input, connections },
        items: [],
        surroundings: { open: [] },
      });
    }
    const detectors: Record<string, number> = {
      monitoring: 0,
      inspection: 0,
      user: 0,
      regulator: 0,
      unknown: 0,
    };
    for (const { fact } of faults) {
      detectors[fact.fields.detectedBy ?? 'unknown'] += 1;
    }
    const measurement = ratioMeasurement({
      definition,
      input,
      items: faults.map(({ fact, at }) => ({
        fact,
        at,
        hit: fact.fields.detectedBy === 'monitoring',
      })),
      surroundings: { open: [], unknown: detectors.unknown },
    });
    return measurement.status === 'no-source'
      ? measurement
      : { ...measurement, parts: detectors };
  },
};
