import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { ratioMeasurement } from '../ratioMeasurement';
import { productionRollbacks } from './productionRollbacks';

const definition: MetricDefinition = {
  id: 'rollback-success-rate',
  area: 'release',
  title: { en: 'Rollback success rate', 'zh-CN': '回滚成功率' },
  description: {
    en: 'Share of rollbacks in production that succeeded.',
    'zh-CN': '生产环境中成功的回滚占全部回滚的比例。',
  },
  unit: 'ratio',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['deployment'],
  minimum: 1,
  source: 'YD/T 3763.3-2021 (ITU-T Y.3525), deployment quality',
  page: 'metrics/rollback-success-rate.md',
};

/** Rollbacks that succeeded / rollbacks that succeeded or failed (M26). */
export const rollbackSuccessRate: Metric = {
  definition,
  measure(input) {
    const { finished, open, undecided } = productionRollbacks(input);
    return ratioMeasurement({
      definition,
      input,
      items: finished.map(({ fact, at, failed }) => ({
        fact,
        at,
        hit: !failed,
      })),
      surroundings: { open, unknown: undecided },
    });
  },
};
