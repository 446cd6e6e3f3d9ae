import { maybe, maybeText } from '@devops-scorecards/plugin-maturity-node';
import { z } from 'zod';
import {
  commitInstant,
  instant,
  maybeInstant,
  projectSchema,
  user,
} from './parts';

/*
 * Payloads of pushes, merge requests and releases, see
 * https://docs.gitlab.com/user/project/integrations/webhook_events/.
 */

export const pushSchema = z.object({
  ref: z.string(),
  after: z.string(),
  user_username: maybeText,
  project_id: maybe(z.int()),
  project: projectSchema,
  // The newest twenty at most, the oldest first.
  commits: z
    .array(
      z.object({
        id: maybeText,
        message: maybeText,
        timestamp: commitInstant,
        url: maybeText,
      }),
    )
    .nullish()
    .transform(value => value ?? []),
  total_commits_count: maybe(z.int().min(0)),
});

export type PushPayload = z.output<typeof pushSchema>;

/** Older versions leave the state out. */
const reviewers = maybe(
  z.array(
    z.object({
      id: maybe(z.int()),
      username: maybeText,
      state: maybeText,
    }),
  ),
);

export const mergeRequestSchema = z.object({
  user,
  project: projectSchema,
  reviewers,
  changes: maybe(
    z.object({
      reviewers: maybe(z.object({ previous: reviewers, current: reviewers })),
    }),
  ),
  object_attributes: z.object({
    id: z.int(),
    iid: z.int(),
    author_id: maybe(z.int()),
    title: maybeText,
    // Empty where there is none, which is another thing than not told.
    description: z.string().nullish(),
    state: maybeText,
    // System hooks leave it out of updates.
    action: maybeText,
    source_branch: maybeText,
    target_branch: maybeText,
    created_at: instant,
    updated_at: instant,
    merge_commit_sha: maybeText,
    last_commit: maybe(z.object({ id: maybeText })),
    url: maybeText,
  }),
});

export type MergeRequestPayload = z.output<typeof mergeRequestSchema>;

export const releaseSchema = z.object({
  action: maybeText,
  tag: z.string(),
  created_at: instant,
  released_at: maybeInstant,
  url: maybeText,
  commit: maybe(z.object({ id: maybeText })),
  project: projectSchema,
});

export type ReleasePayload = z.output<typeof releaseSchema>;
