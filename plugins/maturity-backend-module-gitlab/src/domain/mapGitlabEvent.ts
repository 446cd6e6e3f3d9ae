import { isJsonRecord, textOf } from '@devops-scorecards/plugin-maturity-node';
import {
  mergeRequestSchema,
  pushSchema,
  releaseSchema,
} from './changePayloads';
import { issueSchema } from './issuePayload';
import { mapDeployment } from './mapDeployment';
import { mapIssue } from './mapIssue';
import { mapJob } from './mapJob';
import { mapMergeRequest } from './mapMergeRequest';
import { mapPipeline } from './mapPipeline';
import type { MappedPayload, Surroundings } from './mapping';
import { mapPush } from './mapPush';
import { mapRelease } from './mapRelease';
import {
  deploymentSchema,
  jobSchema,
  pipelineSchema,
} from './pipelinePayloads';

/**
 * What kind of event a payload is of: `object_kind`, or the `event_name` of
 * system hooks and of what happens to groups. The header says less: it is
 * `System Hook` for all of these.
 */
export function kindOf(payload: unknown): string | undefined {
  return isJsonRecord(payload)
    ? textOf(payload, 'object_kind') ?? textOf(payload, 'event_name')
    : undefined;
}

/**
 * Maps the payload of one event; an event of another kind says nothing.
 *
 * @throws ZodError for a payload that is not what GitLab documents
 * @throws InputError for one that names no project
 */
export function mapGitlabEvent(
  kind: string,
  payload: unknown,
  surroundings: Surroundings,
): MappedPayload | undefined {
  const { context, receivedAt } = surroundings;
  switch (kind) {
    case 'pipeline':
      return mapPipeline(pipelineSchema.parse(payload), context);
    case 'build':
      return mapJob(jobSchema.parse(payload), context, receivedAt);
    case 'deployment':
      return mapDeployment(
        deploymentSchema.parse(payload),
        context,
        receivedAt,
      );
    case 'push':
      return mapPush(pushSchema.parse(payload), context, receivedAt);
    case 'merge_request':
      return mapMergeRequest(mergeRequestSchema.parse(payload), {
        context,
        receivedAt,
        projects: surroundings.meaning.workItemProjects,
      });
    case 'release':
      return mapRelease(releaseSchema.parse(payload), surroundings);
    case 'issue':
    case 'work_item':
      return mapIssue(issueSchema.parse(payload), surroundings);
    default:
      return undefined;
  }
}
