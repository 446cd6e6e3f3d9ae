import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { MappingContext } from '@devops-scorecards/plugin-maturity-node';
import { mapDeploymentStatus } from './mapDeploymentStatus';
import type { MappedPayload } from './mapping';
import { mapPullRequest } from './mapPullRequest';
import { mapPush } from './mapPush';
import { mapRelease, type ReleaseMeaning } from './mapRelease';
import { mapWorkflowRun } from './mapWorkflowRun';
import {
  deploymentStatusSchema,
  pullRequestSchema,
  pushSchema,
  releaseSchema,
  workflowRunSchema,
} from './payloads';

/**
 * Maps the payload of one event; an event of another name says nothing.
 *
 * @throws ZodError for a payload that is not what GitHub documents
 */
export function mapGithubEvent(options: {
  /** From the header `X-GitHub-Event`. */
  event: string;
  payload: unknown;
  receivedAt: EpochMs;
  releases: ReleaseMeaning;
  context: MappingContext;
}): MappedPayload | undefined {
  const { event, payload, receivedAt, releases, context } = options;
  switch (event) {
    case 'workflow_run':
      return mapWorkflowRun(workflowRunSchema.parse(payload));
    case 'deployment_status':
      return mapDeploymentStatus(
        deploymentStatusSchema.parse(payload),
        context,
      );
    case 'push':
      return mapPush(pushSchema.parse(payload), context, receivedAt);
    case 'pull_request':
      return mapPullRequest(pullRequestSchema.parse(payload), context);
    case 'release':
      return mapRelease(releaseSchema.parse(payload), releases);
    default:
      return undefined;
  }
}
