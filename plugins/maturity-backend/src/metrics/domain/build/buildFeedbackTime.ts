import {
  daysBefore,
  type EpochMs,
  type MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { durationMeasurement, type DurationItem } from '../durationMeasurement';
import { executionState } from '../executionState';
import { observedWindow } from '../observedWindow';
import { compareItems, type SampleItem } from '../sample';
import { isTrunkRun, trunkResults, type TrunkResult } from './trunkRuns';

const definition: MetricDefinition = {
  id: 'build-feedback-time',
  area: 'build',
  title: { en: 'Build feedback time', 'zh-CN': '构建反馈时间' },
  description: {
    en: 'Time from a commit on the trunk to its first finished pipeline result, good or bad.',
    'zh-CN': '从主干提交到其第一个流水线结果（无论成功或失败）的时间。',
  },
  unit: 'duration',
  direction: 'lower',
  statistic: 'mean',
  statistics: ['mean', 'p50', 'p85', 'p90', 'p95', 'max'],
  requires: ['run'],
  minimum: 5,
  source: 'YD/T 3763.3-2021 (ITU-T Y.3525), feedback cycle',
  page: 'metrics/build-feedback-time.md',
};

const LOOK_BACK_DAYS = 90;

/** What the trunk runs of one commit say together. */
interface CommitRuns {
  first?: TrunkResult;
  /** Earliest time that a run gives for the commit itself. */
  commitAt?: EpochMs;
  /** Earliest time that a run was queued, or started where that is unknown. */
  begunAt?: EpochMs;
  /** The earliest run that was going on at the end of the window. */
  running?: SampleItem;
}

/**
 * Commit to first finished result, per commit on the trunk (M12), attributed to
 * the finish of that result.
 *
 * @remarks
 *
 * Runs of the days before the window are looked at, because a later run of the
 * same commit is no first result. A commit older than these is left out, since
 * its first result may lie further back than was read.
 */
export const buildFeedbackTime: Metric = {
  definition,
  lookBackDays: LOOK_BACK_DAYS,
  measure(input) {
    const window = observedWindow(input);
    const readFrom = daysBefore(window.from, LOOK_BACK_DAYS, input.timeZone);
    const commits = new Map<string, CommitRuns>();
    let unknown = 0;

    for (const result of trunkResults({
      facts: input.facts,
      from: readFrom,
      to: window.to,
    })) {
      const { commit } = result.fact.fields;
      if (commit !== undefined) {
        const runs = runsOf(commits, commit);
        if (!runs.first || compareItems(result, runs.first) < 0) {
          runs.first = result;
        }
      } else if (result.at >= window.from) {
        unknown += 1;
      }
    }
    for (const fact of input.facts) {
      if (!isTrunkRun(fact) || fact.fields.commit === undefined) {
        continue;
      }
      const { commit, commitAt, queuedAt, startedAt, finishedAt } = fact.fields;
      const begun = queuedAt ?? startedAt;
      const seen = begun ?? finishedAt;
      if (
        seen === undefined ||
        seen >= window.to ||
        (finishedAt !== undefined && finishedAt < readFrom)
      ) {
        continue;
      }
      // A cancelled run is no result, but it tells when the commit was there.
      const runs = runsOf(commits, commit);
      runs.commitAt = earliest(runs.commitAt, commitAt);
      runs.begunAt = earliest(runs.begunAt, begun);
      if (
        begun !== undefined &&
        executionState(fact.fields, window) === 'open'
      ) {
        const item = { fact, at: begun };
        if (!runs.running || compareItems(item, runs.running) < 0) {
          runs.running = item;
        }
      }
    }

    const items: DurationItem[] = [];
    const open: SampleItem[] = [];
    for (const { first, commitAt, begunAt, running } of commits.values()) {
      if (!first) {
        if (running) {
          open.push(running);
        }
        continue;
      }
      const from = commitAt ?? begunAt;
      if (first.at < window.from || (from !== undefined && from < readFrom)) {
        continue;
      }
      if (commitAt === undefined || commitAt > first.at) {
        unknown += 1;
      }
      if (from !== undefined && from <= first.at) {
        items.push({ fact: first.fact, at: first.at, value: first.at - from });
      }
    }
    return durationMeasurement({
      definition,
      input,
      items,
      surroundings: { open, unknown },
    });
  },
};

function runsOf(commits: Map<string, CommitRuns>, commit: string): CommitRuns {
  let runs = commits.get(commit);
  if (!runs) {
    runs = {};
    commits.set(commit, runs);
  }
  return runs;
}

function earliest(
  a: EpochMs | undefined,
  b: EpochMs | undefined,
): EpochMs | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a;
}
