import type {
  Fact,
  MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { durationItems, type Span } from '../durationItems';
import { durationMeasurement } from '../durationMeasurement';
import { observedWindow } from '../observedWindow';
import type { SampleItem } from '../sample';

const definition: MetricDefinition = {
  id: 'branch-lifetime',
  area: 'code',
  title: { en: 'Branch lifetime', 'zh-CN': '分支存活时间' },
  description: {
    en: 'Time from the first commit of a branch until it was merged into the trunk. Where the first commit is unknown, it counts from the request to merge it. Branches of bots do not count.',
    'zh-CN':
      '分支从第一次提交到合入主干的时间。第一次提交时间未知时从发起合并请求起算，机器人的分支不计入。',
  },
  unit: 'duration',
  direction: 'lower',
  statistic: 'p85',
  statistics: ['mean', 'p50', 'p85', 'p90', 'p95', 'max'],
  requires: ['change'],
  minimum: 20,
  source: 'YD/T 3763.3-2021 (ITU-T Y.3525), version control: branching',
  page: 'metrics/branch-lifetime.md',
};

/**
 * First commit to merge, per request of a person that was merged into the trunk
 * (M02), attributed to the merge. A request that is neither merged nor closed
 * is open.
 */
export const branchLifetime: Metric = {
  definition,
  measure(input) {
    const { from, to } = observedWindow(input);
    const spans: Span[] = [];
    const open: SampleItem[] = [];
    let approximate = 0;
    for (const fact of input.facts) {
      if (!isBranchOfPerson(fact)) {
        continue;
      }
      const { firstCommitAt, createdAt, mergedAt, closedAt } = fact.fields;
      const begun = firstCommitAt ?? createdAt;
      if (mergedAt !== undefined && mergedAt < to) {
        if (mergedAt >= from) {
          spans.push({ fact, at: mergedAt, from: begun, to: mergedAt });
          const counts = begun !== undefined && begun <= mergedAt;
          approximate += counts && firstCommitAt === undefined ? 1 : 0;
        }
      } else if (
        begun !== undefined &&
        begun < to &&
        !(closedAt !== undefined && closedAt < to)
      ) {
        open.push({ fact, at: begun });
      }
    }
    const { items, unknown } = durationItems(spans);
    return durationMeasurement({
      definition,
      input,
      items,
      surroundings: { open, unknown: unknown + approximate },
    });
  },
};

function isBranchOfPerson(fact: Fact): fact is Fact<'change'> {
  return (
    fact.kind === 'change' &&
    fact.fields.form === 'request' &&
    fact.fields.trunk === true &&
    fact.fields.bot !== true
  );
}
