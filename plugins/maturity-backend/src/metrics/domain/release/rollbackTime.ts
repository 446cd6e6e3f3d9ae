import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { durationItems } from '../durationItems';
import { durationMeasurement } from '../durationMeasurement';
import { productionRollbacks } from './productionRollbacks';

const definition: MetricDefinition = {
  id: 'rollback-time',
  area: 'release',
  title: { en: 'Rollback time', 'zh-CN': '回滚时间' },
  description: {
    en: 'Time from the start to the finish of rollbacks in production that succeeded.',
    'zh-CN': '生产环境中成功的回滚从开始到完成的时间。',
  },
  unit: 'duration',
  direction: 'lower',
  statistic: 'p90',
  statistics: ['mean', 'p50', 'p85', 'p90', 'p95', 'max'],
  requires: ['deployment'],
  minimum: 1,
  source: 'YD/T 3763.3-2021 (ITU-T Y.3525), deployment quality',
  page: 'metrics/rollback-time.md',
};

/**
 * Start to finish of rollbacks that succeeded (M26). One that failed brought
 * nothing back; the rollback success rate judges it.
 */
export const rollbackTime: Metric = {
  definition,
  measure(input) {
    const { finished, open } = productionRollbacks(input);
    const { items, unknown } = durationItems(
      finished
        .filter(({ failed }) => !failed)
        .map(({ fact, at }) => ({
          fact,
          at,
          from: fact.fields.startedAt,
          to: at,
        })),
    );
    return durationMeasurement({
      definition,
      input,
      items,
      surroundings: { open, unknown },
    });
  },
};
