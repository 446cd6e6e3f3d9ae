import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import { maybe, maybeText } from '@devops-scorecards/plugin-maturity-node';
import { z } from 'zod';
import { parseGitlabInstant } from './parseGitlabInstant';

/*
 * Parts that several payloads of GitLab have, see
 * https://docs.gitlab.com/user/project/integrations/webhook_events/. Anything
 * else in them is let through unseen.
 */

/** A time in any spelling of GitLab. */
export const instant = z.unknown().transform((value, context): EpochMs => {
  const read = parseGitlabInstant(value, 'the time');
  if (read.ok) {
    return read.value;
  }
  context.addIssue({ code: 'custom', message: read.refusal.message });
  return z.NEVER;
});

/** A time that may be null, empty or left out. */
export const maybeInstant = z
  .preprocess(value => (value === '' ? null : value), instant.nullable())
  .optional()
  .transform(value => value ?? undefined);

/**
 * The time of a commit. Whoever made the commit set it, also to before 1970:
 * what cannot be read is unknown and does not lose the event.
 */
export const commitInstant = z
  .unknown()
  .transform(value => {
    const read = parseGitlabInstant(value, 'the time');
    return read.ok ? read.value : undefined;
  })
  .optional();

/** A project as GitLab shows it beside every event. */
export const projectSchema = z.object({
  id: maybe(z.int()),
  web_url: maybeText,
  homepage: maybeText,
  git_http_url: maybeText,
  path_with_namespace: maybeText,
  default_branch: maybeText,
});

export type ProjectPayload = z.output<typeof projectSchema>;

/** Whoever did it. Only the user name is used, and only as a keyed hash. */
export const user = maybe(
  z.object({
    id: maybe(z.int()),
    username: maybeText,
  }),
);

export type UserPayload = z.output<typeof user>;
