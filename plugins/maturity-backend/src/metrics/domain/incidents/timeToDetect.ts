import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { durationItems, type Span } from '../durationItems';
import { durationMeasurement } from '../durationMeasurement';
import type { SampleItem } from '../sample';
import { faultsBegunIn } from './faults';

const definition: MetricDefinition = {
  id: 'time-to-detect',
  area: 'incident',
  title: { en: 'Time to detect', 'zh-CN': '故障发现时间' },
  description: {
    en: 'Time from the start of a fault to its detection. A fault whose start is unknown has none; detection never stands in for the start.',
    'zh-CN':
      '故障从发生到被发现的时间。开始时间未知的故障不计算，也不以发现时间代替开始时间。',
  },
  unit: 'duration',
  direction: 'lower',
  statistic: 'p90',
  statistics: ['mean', 'p50', 'p85', 'p90', 'p95', 'max'],
  requires: ['incident'],
  minimum: 1,
  source:
    'CSA stability standard draft (2025), monitoring and alerting management; measure and limits inferred',
  page: 'metrics/time-to-detect.md',
};

/**
 * Start to detection, per fault, attributed to the start (S3.3). One that as-of
 * has not seen detected is open.
 */
export const timeToDetect: Metric = {
  definition,
  measure(input) {
    const spans: Span[] = [];
    const open: SampleItem[] = [];
    for (const { fact, at, impossible } of faultsBegunIn(input)) {
      const { startedAt, detectedAt } = fact.fields;
      if (detectedAt !== undefined && detectedAt >= input.asOf) {
        open.push({ fact, at });
      } else {
        const from = impossible ? undefined : startedAt;
        spans.push({ fact, at, from, to: detectedAt });
      }
    }
    const { items, unknown } = durationItems(spans);
    return durationMeasurement({
      definition,
      input,
      items,
      surroundings: { open, unknown },
    });
  },
};
