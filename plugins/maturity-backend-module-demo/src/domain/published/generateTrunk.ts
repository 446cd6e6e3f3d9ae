import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Happening } from '../generatedEvents';
import type { LocalDay } from '../localDays';
import type { Random } from '../random';
import { shareOf } from './periodDays';
import type { PublishedPeriod, PublishedPlan } from './PublishedPlan';

const MINUTE = 60_000;

/** Minutes after local midnight between which the trunk is updated. */
const OPENING = 9 * 60 + 20;
const CLOSING = 16 * 60 + 30;
/** Between a commit and the start of its run. */
const PROMPT_MINUTES = 2;
const LATE_MINUTES = 25;

/** What every generator of a period gets. */
export interface PeriodOptions {
  plan: PublishedPlan;
  period: PublishedPeriod;
  /** 1 for the first period. */
  number: number;
  days: readonly LocalDay[];
  random: Random;
}

/** A trunk update that was built green. */
export interface TrunkUpdate {
  commit: string;
  greenAt: EpochMs;
}

/**
 * Makes the trunk updates of a period and a run of each, one after the other,
 * so that a red trunk is red exactly as long as the plan says.
 */
export function generateTrunk(options: PeriodOptions): {
  happenings: Happening[];
  updates: TrunkUpdate[];
} {
  const { plan, period, days, random } = options;
  const happenings: Happening[] = [];
  const updates: TrunkUpdate[] = [];
  let ordinal = 0;
  days.forEach((day, index) => {
    const today = shareOf(period.integrations, index, days.length);
    const red = shareOf(period.red.count, index, days.length) > 0;
    const pace = (CLOSING - OPENING) / Math.max(today, 1);
    let minute = OPENING + random.next() * 10;
    for (let update = 0; update < today; update++) {
      const breaks = red && update === 0;
      // The late ones are never red: a fix would have to wait for them.
      const late =
        !red && shareOf(period.builtLate, ordinal, period.integrations) > 0;
      const build = random.integer(...period.buildMinutes);
      const wait = late ? LATE_MINUTES : PROMPT_MINUTES;
      const at = day.at(minute);
      const commit = random.hex(40);
      const finishedAt = at + (wait + build) * MINUTE;
      const number = `${options.number}-${ordinal + 1}`;
      happenings.push(
        mergeOf(
          { plan, number, at, commit, random },
          {
            commits: shareOf(period.commits, ordinal, period.integrations),
          },
        ),
        ...runOf(
          { plan, number, at, commit, random },
          {
            startedAt: at + wait * MINUTE,
            finishedAt,
            outcome: breaks ? 'failure' : 'success',
          },
        ),
      );
      if (!breaks) {
        updates.push({ commit, greenAt: finishedAt });
      }
      ordinal += 1;
      minute = breaks
        ? minute + PROMPT_MINUTES + build + fixPause(period, random)
        : nextMinute({ minute, update, pace, busy: wait + build });
    }
  });
  return { happenings, updates };
}

/**
 * Minutes from a red result to the commit that mends it: what is left of the
 * time to fix once the run of the mending commit is taken off.
 */
function fixPause(period: PublishedPeriod, random: Random): number {
  const [, slowest] = period.buildMinutes;
  return Math.max(
    1,
    random.integer(...period.red.fixMinutes) - slowest - PROMPT_MINUTES,
  );
}

/** The next update waits for the run before it and else keeps the day's pace. */
function nextMinute(options: {
  minute: number;
  update: number;
  pace: number;
  busy: number;
}): number {
  const { minute, update, pace, busy } = options;
  return Math.max(minute + busy + 1, OPENING + (update + 1) * pace);
}

interface UpdateOptions {
  plan: PublishedPlan;
  number: string;
  at: EpochMs;
  commit: string;
  random: Random;
}

function mergeOf(update: UpdateOptions, said: { commits: number }): Happening {
  const { plan, number, at, commit, random } = update;
  const begun = at - random.integer(20, 100) * MINUTE;
  return {
    kind: 'change-merged',
    at,
    subject: `${plan.name}!${number}`,
    content: {},
    customData: {
      branch: 'main',
      trunk: true,
      commit,
      commitAt: new Date(begun).toISOString(),
      commits: said.commits,
    },
  };
}

function runOf(
  update: UpdateOptions,
  said: {
    startedAt: EpochMs;
    finishedAt: EpochMs;
    outcome: 'success' | 'failure';
  },
): Happening[] {
  const { plan, number, at, commit } = update;
  const about = {
    subject: `${plan.name}/${number}`,
    customData: {
      branch: 'main',
      trunk: true,
      commit,
      commitAt: new Date(at).toISOString(),
      trigger: 'push',
    },
  };
  const content = { pipelineName: plan.name };
  return [
    { ...about, kind: 'run-started', at: said.startedAt, content },
    {
      ...about,
      kind: 'run-finished',
      at: said.finishedAt,
      content: { ...content, outcome: said.outcome },
    },
  ];
}
