import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import {
  parseInstant,
  type Result,
} from '@devops-scorecards/plugin-maturity-node';

/** `2016-08-12 15:23:28 UTC`, `2021-04-28 21:50:00 +0200`, and between them and ISO. */
const RUBY =
  /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}:\d{2}(?:\.\d+)?) ?(?:(UTC|Z)|([+-]\d{2}):?(\d{2}))$/;

/**
 * Reads a point in time as GitLab writes it.
 *
 * @remarks
 *
 * One payload may have three spellings: ISO 8601, `2016-08-12 15:23:28 UTC` and
 * `2021-04-28 21:50:00 +0200`. What has no zone is no instant and is refused,
 * like everything that {@link parseInstant} refuses.
 *
 * @param name - of the attribute, for the message
 */
export function parseGitlabInstant(
  value: unknown,
  name: string,
): Result<EpochMs> {
  const [, day, time, utc, hours, minutes] =
    (typeof value === 'string' && RUBY.exec(value)) || [];
  return parseInstant(
    day ? `${day}T${time}${utc ? 'Z' : `${hours}:${minutes}`}` : value,
    name,
  );
}
