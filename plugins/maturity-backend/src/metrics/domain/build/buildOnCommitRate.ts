import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import type { EpochMs, Fact } from '@devops-scorecards/plugin-maturity-common';
import { INTEGRATION_LOOK_BACK_DAYS, updatesInWindow } from '../integrations';
import { ratioMeasurement, type RatioItem } from '../ratioMeasurement';
import type { SampleItem } from '../sample';

const definition: MetricDefinition = {
  id: 'build-on-commit-rate',
  area: 'build',
  title: { en: 'Build-on-commit rate', 'zh-CN': '提交触发构建率' },
  description: {
    en: 'Share of trunk updates whose commit had a pipeline run queued or started within five minutes. Updates of bots count, too.',
    'zh-CN':
      '主干更新中其提交在五分钟内触发流水线运行的比例，机器人的更新同样计入。',
  },
  unit: 'ratio',
  direction: 'higher',
  statistic: 'value',
  statistics: ['value'],
  requires: ['run', 'change'],
  minimum: 10,
  source: 'YD/T 3763.3-2021 (ITU-T Y.3525), build plan and integration method',
  page: 'metrics/build-on-commit-rate.md',
};

const MINUTE = 60_000;

/** The run may be seen before the push: their clocks differ. */
const EARLIEST = -MINUTE;
const LATEST = 5 * MINUTE;

/**
 * Trunk updates whose commit has a run that was queued, or started where that is
 * unknown, from one minute before to five minutes after / trunk updates (M08).
 *
 * @remarks
 *
 * Any run of the commit counts that was not skipped: also one that a newer
 * commit cancelled, and one whose branch its source does not say. An update is
 * open until its five minutes have passed, as far as as-of has seen them.
 */
export const buildOnCommitRate: Metric = {
  definition,
  lookBackDays: INTEGRATION_LOOK_BACK_DAYS,
  measure(input) {
    const begins = runBegins(input.facts, input.asOf);
    const items: RatioItem[] = [];
    const open: SampleItem[] = [];
    let unknown = 0;
    for (const { fact, at, trunkShas } of updatesInWindow(input)) {
      const hit = [...trunkShas].some(sha =>
        begins
          .get(sha)
          ?.some(begun => begun >= at + EARLIEST && begun <= at + LATEST),
      );
      if (!hit && trunkShas.size > 0 && at + LATEST >= input.asOf) {
        open.push({ fact, at });
        continue;
      }
      if (trunkShas.size === 0) {
        unknown += 1;
      }
      items.push({ fact, at, hit });
    }
    return ratioMeasurement({
      definition,
      input,
      items,
      surroundings: { open, unknown },
    });
  },
};

/** When runs began that as-of has seen, by their commit. */
function runBegins(
  facts: readonly Fact[],
  asOf: EpochMs,
): Map<string, EpochMs[]> {
  const begins = new Map<string, EpochMs[]>();
  for (const fact of facts) {
    if (fact.kind !== 'run' || fact.fields.outcome === 'skipped') {
      continue;
    }
    const { commit, queuedAt, startedAt } = fact.fields;
    const begun = queuedAt ?? startedAt;
    if (commit === undefined || begun === undefined || begun >= asOf) {
      continue;
    }
    const known = begins.get(commit);
    if (known) {
      known.push(begun);
    } else {
      begins.set(commit, [begun]);
    }
  }
  return begins;
}
