import type {
  EpochMs,
  Statement,
} from '@devops-scorecards/plugin-maturity-common';

/** What is made of one delivery. */
export interface MappedPayload {
  /** What the event is about, for lists. */
  subject: string;
  occurredAt: EpochMs;
  statements: Statement[];
}

/** Key of a run; GitHub keeps a run's id when it is run again. */
export function runKey(id: number, attempt: number | undefined): string {
  return attempt !== undefined && attempt > 1 ? `${id}#${attempt}` : `${id}`;
}

/**
 * Name of a pipeline: two repositories of one entity may both have a workflow
 * `test`.
 */
export function pipelineName(repository: string, workflow: string): string {
  return `${repository} / ${workflow}`;
}

/** Key of a deployment, of whatever event. */
export function deploymentKey(id: number): string {
  return `${id}`;
}

/**
 * Key of what has a number in its repository: a pull request, an issue. Names
 * of repositories differ by case alone nowhere.
 */
export function numberedKey(repository: string, number: number): string {
  return `${repository.toLowerCase()}#${number}`;
}

/** Key of the run that a check suite of another CI is. */
export function checkSuiteKey(app: string, id: number): string {
  return `${app} ${id}`;
}
