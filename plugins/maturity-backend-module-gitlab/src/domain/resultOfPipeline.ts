import type {
  EpochMs,
  Outcome,
} from '@devops-scorecards/plugin-maturity-common';
import { outcomeOf } from './outcomeOf';
import type { BuildPayload, PipelinePayload } from './pipelinePayloads';

/** What a pipeline came to, and what may have been before that. */
export interface PipelineResult {
  outcome: Outcome;
  finishedAt?: EpochMs;
  /** A person started one of its jobs: what came before that was a result. */
  continued: boolean;
  /** Jobs were run again, so it may have had a result before that. */
  retried: boolean;
  /** Nothing ran for some minutes, so it may have had a result before that. */
  paused: boolean;
}

/** Jobs of one pipeline are created together; to run one again makes another. */
const CREATED_TOGETHER_MS = 60_000;

/** A pipeline may wait that long for runners between its stages. */
const PAUSE_MS = 5 * 60_000;

/**
 * The result of a pipeline, if it has one.
 *
 * @remarks
 *
 * A pipeline that waits for a person (`manual`) has a result: what runs by
 * itself up to there has run, and nothing has failed, else the status would say
 * so. What a person starts after that is a deployment and is told as such. Else
 * a team whose pipelines end in a gate would only have results that are bad.
 */
export function resultOfPipeline({
  object_attributes: pipeline,
  builds = [],
}: PipelinePayload): PipelineResult | undefined {
  const waits = pipeline.status === 'manual';
  const counted = waits ? builds.filter(build => !isManual(build)) : builds;
  const lastJobAt = latest(counted.flatMap(build => build.finished_at ?? []));
  const outcome = waits
    ? lastJobAt && ('success' as const)
    : outcomeOf(pipeline.status);
  if (!outcome) {
    return undefined;
  }
  const finishedAt = waits ? lastJobAt : pipeline.finished_at ?? lastJobAt;
  return {
    outcome,
    finishedAt,
    continued: builds.some(
      build => isManual(build) && build.started_at !== undefined,
    ),
    retried: wereRetried(builds),
    paused: hasPaused(pipeline, finishedAt),
  };
}

/** Whether a job waits for a person. GitLab's `manual` is true of delayed ones, too. */
export function isManual({ when }: BuildPayload): boolean {
  return when === 'manual';
}

/** Whether jobs that run by themselves were run again. */
export function wereRetried(builds: readonly BuildPayload[] = []): boolean {
  const created = builds
    .filter(build => !isManual(build))
    .flatMap(({ created_at: at }) => at ?? []);
  return (
    created.length > 0 &&
    Math.max(...created) - Math.min(...created) > CREATED_TOGETHER_MS
  );
}

/** `duration` counts the seconds in which jobs ran. */
function hasPaused(
  pipeline: PipelinePayload['object_attributes'],
  finishedAt: EpochMs | undefined,
): boolean {
  const { created_at: createdAt, duration, queued_duration: queued } = pipeline;
  return (
    finishedAt !== undefined &&
    duration !== undefined &&
    finishedAt - createdAt - ((queued ?? 0) + duration) * 1000 > PAUSE_MS
  );
}

/** The latest of some times; `undefined` of none. */
function latest(times: readonly EpochMs[]): EpochMs | undefined {
  return times.length > 0 ? Math.max(...times) : undefined;
}
