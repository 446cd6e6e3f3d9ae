import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import type { Fact } from '@devops-scorecards/plugin-maturity-common';
import { durationItems, type Span } from '../durationItems';
import { durationMeasurement } from '../durationMeasurement';
import { observedWindow } from '../observedWindow';
import type { SampleItem } from '../sample';

const definition: MetricDefinition = {
  id: 'requirement-lead-time',
  area: 'delivery',
  title: { en: 'Requirement lead time', 'zh-CN': '需求交付周期' },
  description: {
    en: 'Time from the acceptance of a requirement to its release to users.',
    'zh-CN': '从需求被接受到发布给用户的时间。',
  },
  unit: 'duration',
  direction: 'lower',
  statistic: 'mean',
  statistics: ['mean', 'p50', 'p85', 'p90', 'p95', 'max'],
  requires: ['work-item'],
  minimum: 5,
  source:
    'YD/T 3763.3-2021 (ITU-T Y.3525), pipeline process; requirement delivery cycle as published cases state it',
  page: 'metrics/requirement-lead-time.md',
};

/**
 * Accepted to released, per requirement (M25a), attributed to the release. One
 * that was accepted and is neither released, done nor dropped is open, however
 * long ago that was.
 */
export const requirementLeadTime: Metric = {
  definition,
  measure(input) {
    const { from, to } = observedWindow(input);
    const spans: Span[] = [];
    const open: SampleItem[] = [];
    let done = 0;
    for (const fact of input.facts) {
      if (!isRequirement(fact)) {
        continue;
      }
      const { acceptedAt, releasedAt, doneAt } = fact.fields;
      if (releasedAt !== undefined && releasedAt < to) {
        if (releasedAt >= from) {
          spans.push({
            fact,
            at: releasedAt,
            from: acceptedAt,
            to: releasedAt,
          });
        }
      } else if (doneAt !== undefined && doneAt < to) {
        // Done is not released, and nobody said when users had it.
        if (doneAt >= from && releasedAt === undefined) {
          done += 1;
        }
      } else if (acceptedAt !== undefined && acceptedAt < to) {
        open.push({ fact, at: acceptedAt });
      }
    }
    const { items, unknown } = durationItems(spans);
    return durationMeasurement({
      definition,
      input,
      items,
      surroundings: { open, unknown: unknown + done },
    });
  },
};

function isRequirement(fact: Fact): fact is Fact<'work-item'> {
  return (
    fact.kind === 'work-item' &&
    fact.fields.form === 'requirement' &&
    fact.fields.dropped !== true
  );
}
