import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Happening } from './generatedEvents';
import { workingDays, type LocalDay } from './localDays';
import type { Random } from './random';
import type { BuildStory, Range, Story } from './Story';

const MINUTE = 60_000;

/** Minutes after local midnight. */
const FIRST_COMMIT: Range = [9 * 60 + 30, 10 * 60 + 45];
const LAST_COMMIT = 17 * 60 + 30;
const EARLIEST_EVENING_RED = 14 * 60;
/** From the end of a run to the next commit, so that runs never overlap. */
const BREAK_MINUTES: Range = [20, 75];

/** A commit that is on the trunk and built green. */
export interface GreenCommit {
  commit: string;
  /** Id of the run that was green. */
  run: string;
  greenAt: EpochMs;
}

/** What building brought about. */
export interface Builds {
  happenings: Happening[];
  /** In the order of time. */
  green: GreenCommit[];
}

/**
 * Makes trunk updates and their runs: commits follow each other in office
 * hours on working days, every third one comes by a change request with a run
 * of its branch, and now and then one breaks the trunk.
 */
export function generateBuilds(options: {
  story: Story;
  builds: BuildStory;
  random: Random;
  anchor: EpochMs;
  timeZone: string;
  /** Of the runs and changes, so that parts of a story share none. */
  firstNumber: number;
}): Builds {
  const { story, builds, random } = options;
  const { authors, breakMinutes = BREAK_MINUTES } = builds;
  const days = workingDays({
    anchor: options.anchor,
    timeZone: options.timeZone,
    firstDay: builds.firstDay,
    lastDay: builds.lastDay ?? 2,
  });
  const result: Builds = { happenings: [], green: [] };
  let runs = options.firstNumber;

  function run(made: {
    day: LocalDay;
    commitMinute: number;
    feedback: number;
    red: boolean;
  }): void {
    const commit = random.hex(40);
    const commitAt = made.day.at(made.commitMinute);
    runs += 1;
    const number = runs;
    const id = `${story.name}/${number}`;
    const change = authors !== undefined || number % 3 === 0;
    if (change) {
      result.happenings.push(
        ...changeHappenings({
          story,
          random,
          number,
          commit,
          commitAt,
          author: authors?.[number % authors.length],
        }),
      );
    }
    const finishedAt = commitAt + made.feedback * MINUTE;
    result.happenings.push(
      ...runHappenings({
        story,
        id,
        queuedAt: commitAt + random.integer(20, 100) * 1_000,
        startedAt: commitAt + random.integer(110, 200) * 1_000,
        finishedAt,
        outcome: made.red ? 'failure' : 'success',
        customData: {
          branch: 'main',
          trunk: true,
          commit,
          commitAt: new Date(commitAt).toISOString(),
          attempt: 1,
          trigger: 'push',
        },
      }),
    );
    if (!made.red) {
      result.green.push({ commit, run: id, greenAt: finishedAt });
    }
  }

  let brokenOvernight = false;
  days.forEach((day, index) => {
    // Counted from the anchor, so that the last month holds as many as any.
    const breaks = (days.length - 1 - index) % builds.redEveryDays === 1;
    let minute = random.integer(...FIRST_COMMIT);
    let updates = random.integer(...builds.perDay);

    if (brokenOvernight) {
      const feedback = random.integer(...builds.feedbackMinutes);
      run({ day, commitMinute: minute, feedback, red: false });
      minute += feedback + random.integer(...breakMinutes);
      brokenOvernight = false;
    }

    if (breaks && builds.mended !== 'next-morning') {
      const feedback = random.integer(...builds.feedbackMinutes);
      run({ day, commitMinute: minute, feedback, red: true });
      const redMinute = minute + feedback;
      const fix = random.integer(...builds.mended.minutes);
      const fixFeedback = Math.min(
        random.integer(...builds.feedbackMinutes),
        fix - 2,
      );
      run({
        day,
        commitMinute: redMinute + fix - fixFeedback,
        feedback: fixFeedback,
        red: false,
      });
      minute = redMinute + fix + random.integer(...breakMinutes);
      updates -= 1;
    }

    for (; updates > 0 && minute <= LAST_COMMIT; updates--) {
      const feedback = random.integer(...builds.feedbackMinutes);
      run({ day, commitMinute: minute, feedback, red: false });
      minute += feedback + random.integer(...breakMinutes);
    }

    // Not before a weekend: it would be red for days.
    if (breaks && builds.mended === 'next-morning' && day.weekday <= 4) {
      run({
        day,
        commitMinute: Math.min(
          Math.max(minute, EARLIEST_EVENING_RED),
          LAST_COMMIT,
        ),
        feedback: random.integer(...builds.feedbackMinutes),
        red: true,
      });
      brokenOvernight = true;
    }
  });
  return result;
}

function changeHappenings(options: {
  story: Story;
  random: Random;
  number: number;
  commit: string;
  commitAt: EpochMs;
  author?: string;
}): Happening[] {
  const { story, random, number, commit, commitAt, author } = options;
  const { name } = story;
  const createdAt = commitAt - random.integer(20, 70) * MINUTE;
  const head = random.hex(40);
  const firstCommitAt = new Date(
    createdAt - random.integer(5, 40) * MINUTE,
  ).toISOString();
  // CDEvents has no field for the branch that a change is meant for.
  const target = { branch: 'main', trunk: true, ...(author && { author }) };
  const content = {
    repository: {
      id: `demo-securities/${name}`,
      source: 'https://git.demo-securities.example',
    },
  };
  const url = `https://git.demo-securities.example/demo-securities/${name}/changes/${number}`;
  // Every third one only: enough to be seen, and fewer events.
  function branchRun(): Happening[] {
    return runHappenings({
      story,
      id: `${name}/${number}-change`,
      queuedAt: createdAt + 30_000,
      startedAt: createdAt + 90_000,
      finishedAt: createdAt + random.integer(5, 15) * MINUTE,
      outcome: 'success',
      customData: {
        branch: `feature/${number}`,
        trunk: false,
        commit: head,
        commitAt: firstCommitAt,
        attempt: 1,
        trigger: 'change',
      },
    });
  }
  return [
    {
      kind: 'change-created',
      at: createdAt,
      subject: `${name}!${number}`,
      content: { ...content, description: `Change ${number} of ${name}` },
      customData: { ...target, commit: head, commitAt: firstCommitAt, url },
    },
    ...(number % 3 === 0 ? branchRun() : []),
    {
      kind: 'change-merged',
      at: commitAt,
      subject: `${name}!${number}`,
      content,
      customData: { ...target, commit, commitAt: firstCommitAt, url },
    },
  ];
}

function runHappenings(options: {
  story: Story;
  id: string;
  queuedAt: EpochMs;
  startedAt: EpochMs;
  finishedAt: EpochMs;
  outcome: 'success' | 'failure';
  customData: Record<string, unknown>;
}): Happening[] {
  const { story, id, outcome } = options;
  const uri = `https://ci.demo-securities.example/${id}`;
  const content = { pipelineName: story.name, uri };
  const customData = { ...options.customData, url: uri };
  return [
    {
      kind: 'run-queued',
      at: options.queuedAt,
      subject: id,
      content,
      customData,
    },
    {
      kind: 'run-started',
      at: options.startedAt,
      subject: id,
      content,
      customData,
    },
    {
      kind: 'run-finished',
      at: options.finishedAt,
      subject: id,
      content: {
        ...content,
        outcome,
        ...(outcome === 'failure' && { errors: 'A test failed' }),
      },
      customData,
    },
  ];
}
