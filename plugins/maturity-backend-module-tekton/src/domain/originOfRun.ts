import type {
  DeploymentFields,
  RunFields,
} from '@devops-scorecards/plugin-maturity-common';
import { annotationOf, PIPELINES_AS_CODE } from './annotationOf';
import type { PipelineRun } from './pipelineRunSchema';

/** What a run was made for. */
export type RunOrigin = Pick<
  RunFields,
  'branch' | 'trunk' | 'commit' | 'trigger'
> &
  Pick<DeploymentFields, 'startedBy'>;

/**
 * What a run was made for, as annotations of ours say, else those of Pipelines
 * as Code.
 *
 * @remarks
 *
 * - Nothing says which branch is the trunk but `trunk` of the source.
 * - A run for a pull request is not a run of the trunk, though its source may
 *   bear the trunk's name, in a fork above all. A push may name the request
 *   that it came from and is a push.
 */
export function originOfRun(
  run: PipelineRun,
  trunk: ReadonlySet<string>,
): RunOrigin {
  const told = (name: string) =>
    annotationOf(run, `${PIPELINES_AS_CODE}/${name}`);
  const eventType = told('event-type')?.toLowerCase();
  const ofRequest = eventType !== 'push' && told('pull-request') !== undefined;
  const branch = (
    annotationOf(run, 'devops-scorecards.io/branch') ??
    told(ofRequest ? 'source-branch' : 'branch')
  )?.replace(/^refs\/heads\//, '');
  // A tag is on no branch.
  const known = branch && !branch.startsWith('refs/') ? branch : undefined;
  return {
    branch: known,
    trunk: known === undefined ? undefined : !ofRequest && trunk.has(known),
    commit: annotationOf(run, 'devops-scorecards.io/commit') ?? told('sha'),
    trigger: eventType ? triggerOf(eventType, ofRequest) : undefined,
    startedBy: eventType ? starterOf(eventType) : undefined,
  };
}

function triggerOf(
  eventType: string,
  ofRequest: boolean,
): RunFields['trigger'] {
  if (isComment(eventType)) {
    return 'manual';
  }
  if (ofRequest) {
    return 'change';
  }
  return eventType === 'push' ? 'push' : 'other';
}

/** A comment is written by a person; whoever calls a webhook is not known. */
function starterOf(eventType: string): DeploymentFields['startedBy'] {
  if (isComment(eventType)) {
    return 'person';
  }
  return eventType === 'incoming' ? undefined : 'machine';
}

/** `retest-comment`, `on-comment` and others. */
function isComment(eventType: string): boolean {
  return eventType.endsWith('-comment');
}
