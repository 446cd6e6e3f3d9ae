import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { GreenCommit } from './generateBuilds';
import type { Happening } from './generatedEvents';
import { isSpread } from './isSpread';
import { workingDays } from './localDays';
import type { Range, TrainStory } from './Story';
import type { StoryOptions } from './StoryOptions';

const MINUTE = 60_000;

/** Minutes after local midnight: both wait for the last build of the day. */
const STAGED: Range = [18 * 60 + 50, 19 * 60 + 10];
const RELEASED: Range = [19 * 60 + 20, 20 * 60 + 10];
/** How long a deployment takes, and how soon a bad one is taken back. */
const DEPLOYING: Range = [4, 9];
const TAKEN_BACK: Range = [12, 25];

/**
 * Brings the newest green commit to staging on every working day and, on
 * evenly spread ones, the same artifact to production.
 */
export function generateTrain(
  options: StoryOptions & {
    train: TrainStory;
    green: readonly GreenCommit[];
  },
): Happening[] {
  const { train, green, random } = options;
  const { staging, production, waiting } = train;
  const staged = workingDays({ ...options, ...staging });
  const releaseDays = production
    ? workingDays({ ...options, ...production }).map(({ before }) => before)
    : [];
  const count = production?.count ?? 0;
  const happenings: Happening[] = [];
  let ordinal = 0;
  for (const day of staged) {
    const stagedAt = day.at(random.integer(...STAGED) + random.next());
    const built = green.findLast(({ greenAt }) => greenAt < stagedAt);
    const commit = built?.commit ?? random.hex(40);
    const about = { ...options, commit, run: built?.run };
    happenings.push(
      deployment({
        ...about,
        environment: 'staging',
        at: stagedAt,
        startedBy: 'machine',
      }),
    );
    const index = releaseDays.indexOf(day.before);
    const today = isSpread({
      ordinal: index,
      of: Math.min(count, releaseDays.length),
      count: releaseDays.length,
    });
    if (!production || index < 0 || !today) {
      continue;
    }
    const place = { ordinal, count };
    const released: Released = {
      ...about,
      environment: 'production',
      at: day.at(random.integer(...RELEASED) + random.next()),
      startedBy: 'person',
      byHand: isOneOf(production.manual, place),
      failed: isOneOf(production.failed, place),
      purpose: isOneOf(production.hotfixes, place) ? 'hotfix' : 'planned',
    };
    happenings.push(deployment(released));
    if (isOneOf(production.rolledBack, place)) {
      happenings.push(
        deployment({
          ...released,
          at: released.at + random.integer(...TAKEN_BACK) * MINUTE,
          failed: false,
          purpose: 'rollback',
        }),
      );
    }
    ordinal += 1;
  }
  if (waiting) {
    const day = staged.findLast(({ before }) => before >= waiting.day);
    if (day) {
      happenings.push(waitingHappening({ ...options, at: day.at(13 * 60) }));
    }
  }
  return happenings;
}

function isOneOf(
  of: number | undefined,
  place: { ordinal: number; count: number },
): boolean {
  return isSpread({ ...place, of: of ?? 0 });
}

interface Released extends StoryOptions {
  train: TrainStory;
  environment: 'production' | 'staging';
  at: EpochMs;
  commit: string;
  run?: string;
  startedBy: 'person' | 'machine';
  byHand?: boolean;
  failed?: boolean;
  purpose?: 'planned' | 'hotfix' | 'rollback';
}

function deployment(released: Released): Happening {
  const { story, train, random, environment, at, commit, run } = released;
  const { byHand = false, failed = false, purpose = 'planned' } = released;
  const startedAt = at - random.integer(...DEPLOYING) * MINUTE;
  return {
    kind: kindOf({ failed, purpose }),
    at,
    subject: story.name,
    content: {
      environment: { id: environment },
      artifactId: `pkg:oci/${story.name}@sha256:${commit}${commit.slice(
        0,
        24,
      )}`,
    },
    customData: {
      execution: byHand ? 'manual' : 'pipeline',
      startedBy: byHand ? 'person' : released.startedBy,
      startedAt: new Date(startedAt).toISOString(),
      commit,
      purpose,
      ...(train.strategy && { strategy: train.strategy }),
      ...(run && !byHand && { pipelineRun: { id: run } }),
    },
  };
}

function kindOf(options: {
  failed: boolean;
  purpose: Released['purpose'];
}): Happening['kind'] {
  if (options.purpose === 'rollback') {
    return 'rolled-back';
  }
  return options.failed ? 'deploy-failed' : 'deployed';
}

function waitingHappening(
  options: StoryOptions & { train: TrainStory; at: EpochMs },
): Happening {
  const { story, train, at } = options;
  return {
    kind: 'deployed',
    at,
    subject: story.name,
    content: {
      environment: { id: 'staging' },
      artifactId: train.waiting!.artifact,
    },
    customData: { execution: 'pipeline', startedBy: 'machine' },
  };
}
