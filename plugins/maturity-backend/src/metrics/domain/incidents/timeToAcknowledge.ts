import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { durationItems, type Span } from '../durationItems';
import { durationMeasurement } from '../durationMeasurement';
import { observedWindow } from '../observedWindow';
import type { SampleItem } from '../sample';
import { faultsBegunIn } from './faults';

const definition: MetricDefinition = {
  id: 'time-to-acknowledge',
  area: 'incident',
  title: { en: 'Time to acknowledge', 'zh-CN': '故障响应时间' },
  description: {
    en: 'Time from the detection of a fault to its first acknowledgement. Taking an acknowledgement back does not erase it.',
    'zh-CN': '故障从被发现到首次确认的时间。撤销确认不会抹去首次确认。',
  },
  unit: 'duration',
  direction: 'lower',
  statistic: 'p90',
  statistics: ['mean', 'p50', 'p85', 'p90', 'p95', 'max'],
  requires: ['incident'],
  minimum: 1,
  source:
    'Incident response practice, mean time to acknowledge; counted among the response measures of the CSA stability standard draft (2025)',
  page: 'metrics/time-to-acknowledge.md',
};

/**
 * Detection to first acknowledgement, per fault, attributed to the start of the
 * fault. One that nobody has acknowledged is open until it is restored.
 */
export const timeToAcknowledge: Metric = {
  definition,
  measure(input) {
    const { asOf } = input;
    const { to } = observedWindow(input);
    const spans: Span[] = [];
    const open: SampleItem[] = [];
    for (const { fact, at, impossible } of faultsBegunIn(input)) {
      const { detectedAt, acknowledgedAt, restoredAt } = fact.fields;
      if (acknowledgedAt !== undefined && acknowledgedAt < asOf) {
        const from = impossible ? undefined : detectedAt;
        spans.push({ fact, at, from, to: acknowledgedAt });
      } else if (restoredAt !== undefined && restoredAt < asOf) {
        spans.push({ fact, at, from: detectedAt, to: undefined });
      } else {
        const since = detectedAt !== undefined && detectedAt < to;
        open.push({ fact, at: since ? detectedAt : at });
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
