import { maybe, maybeText } from '@devops-scorecards/plugin-maturity-node';
import { z } from 'zod';
import { instant, maybeInstant, user } from '../../domain/parts';

/*
 * What is read of answers of GitLab's REST interface, see
 * https://docs.gitlab.com/api/projects/, https://docs.gitlab.com/api/pipelines/,
 * https://docs.gitlab.com/api/jobs/, https://docs.gitlab.com/api/deployments/ and
 * https://docs.gitlab.com/api/merge_requests/. Anything else in them is let
 * through unseen.
 */

export const restProjectSchema = z.object({
  id: z.int(),
  web_url: z.string(),
  http_url_to_repo: maybeText,
  path_with_namespace: z.string(),
  default_branch: maybeText,
});

export type RestProject = z.output<typeof restProjectSchema>;

/** What is listed by when it changed last. */
export const listedSchema = z.object({
  id: z.int(),
  updated_at: instant,
});

export const restPipelineSchema = z.object({
  id: z.int(),
  status: z.string(),
  updated_at: instant,
  queued_duration: z.unknown(),
  web_url: maybeText,
});

export const restJobSchema = z.array(
  z.object({
    id: z.int(),
    commit: maybe(z.object({ created_at: maybeText })),
  }),
);

export const restDeploymentSchema = z.object({
  id: z.int(),
  sha: z.string(),
  status: z.string(),
  updated_at: instant,
  environment: maybe(z.object({ name: maybeText, tier: maybeText })),
  // The job that deploys; none where it was made over the API.
  deployable: maybe(
    z.object({
      id: z.int(),
      status: maybeText,
      started_at: maybeInstant,
      finished_at: maybeInstant,
      web_url: maybeText,
      pipeline: maybe(z.object({ id: z.int() })),
    }),
  ),
});

export type RestDeployment = z.output<typeof restDeploymentSchema>;

export const restMergeRequestSchema = z.object({
  id: z.int(),
  iid: z.int(),
  title: maybeText,
  description: z.string().nullish(),
  state: z.string(),
  author: user,
  source_branch: maybeText,
  target_branch: maybeText,
  created_at: z.string(),
  updated_at: z.string(),
  merged_at: maybeText,
  closed_at: maybeText,
  sha: maybeText,
  merge_commit_sha: maybeText,
  squash_commit_sha: maybeText,
  web_url: maybeText,
});

export type RestMergeRequest = z.output<typeof restMergeRequestSchema>;

/** Commits of a merge request. */
export const restCommitsSchema = z.array(
  z.object({ authored_date: maybeInstant }),
);
