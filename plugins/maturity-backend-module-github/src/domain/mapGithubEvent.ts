import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { MappingContext } from '@devops-scorecards/plugin-maturity-node';
import type { IssueMeaning } from './issueMeaning';
import { mapCheckSuite } from './mapCheckSuite';
import { mapDeployment } from './mapDeployment';
import { mapDeploymentStatus } from './mapDeploymentStatus';
import { mapIssue } from './mapIssue';
import type { MappedPayload } from './mapping';
import { mapPullRequest } from './mapPullRequest';
import { mapPush } from './mapPush';
import { mapRelease, type ReleaseMeaning } from './mapRelease';
import { mapReview } from './mapReview';
import { mapWorkflowRun } from './mapWorkflowRun';
import {
  checkSuiteSchema,
  deploymentSchema,
  deploymentStatusSchema,
  issueSchema,
  pullRequestSchema,
  pushSchema,
  releaseSchema,
  reviewSchema,
  workflowRunSchema,
} from './payloads';

/** What events mean in an organisation, where GitHub leaves it open. */
export interface GithubMeaning {
  releases: ReleaseMeaning;
  /** Slugs of the apps whose checks are runs, in lower case. */
  checkApps: ReadonlySet<string>;
  issues: IssueMeaning;
  /** Projects of a tracker whose keys name work items, in upper case. */
  workItemProjects: ReadonlySet<string>;
}

/**
 * Maps the payload of one event; an event of another name says nothing.
 *
 * @remarks
 *
 * `check_run` is one of them: it is a step of its `check_suite`.
 *
 * @throws ZodError for a payload that is not what GitHub documents
 */
export function mapGithubEvent(options: {
  /** From the header `X-GitHub-Event`. */
  event: string;
  payload: unknown;
  receivedAt: EpochMs;
  meaning: GithubMeaning;
  context: MappingContext;
}): MappedPayload | undefined {
  const { event, payload, receivedAt, meaning, context } = options;
  switch (event) {
    case 'workflow_run':
      return mapWorkflowRun(workflowRunSchema.parse(payload));
    case 'check_suite':
      return mapCheckSuite(checkSuiteSchema.parse(payload), {
        apps: meaning.checkApps,
        receivedAt,
      });
    case 'deployment':
      return mapDeployment(deploymentSchema.parse(payload), context);
    case 'deployment_status':
      return mapDeploymentStatus(
        deploymentStatusSchema.parse(payload),
        context,
      );
    case 'push':
      return mapPush(pushSchema.parse(payload), context, receivedAt);
    case 'pull_request':
      return mapPullRequest(pullRequestSchema.parse(payload), {
        projects: meaning.workItemProjects,
        context,
      });
    case 'pull_request_review':
      return mapReview(reviewSchema.parse(payload));
    case 'release':
      return mapRelease(releaseSchema.parse(payload), meaning.releases);
    case 'issues':
      return mapIssue(issueSchema.parse(payload), {
        meaning: meaning.issues,
        receivedAt,
      });
    default:
      return undefined;
  }
}
