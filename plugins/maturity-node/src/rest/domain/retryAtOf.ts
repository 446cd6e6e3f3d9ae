import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';

/** Reads a header by its name in lower case. */
export type HeaderReader = (name: string) => string | undefined;

/**
 * A number of seconds below this is a span and not a time: it lies in 2001,
 * and no producer asks to wait for thirty years.
 */
const EARLIEST_TIME_S = 1_000_000_000;

/**
 * When a producer that refuses a request says that it will answer again.
 *
 * @remarks
 *
 * - `Retry-After` (RFC 9110) in seconds or as a date;
 * - else, where `X-RateLimit-Remaining` or `RateLimit-Remaining` is 0, the
 *   matching `…-Reset`: GitHub and GitLab send epoch seconds, others the
 *   seconds that are left.
 *
 * @returns `undefined` where it says nothing, or nothing that can be read
 */
export function retryAtOf(
  header: HeaderReader,
  now: EpochMs,
): EpochMs | undefined {
  const after = header('retry-after')?.trim();
  if (after !== undefined) {
    const at = /^\d+$/.test(after)
      ? now + Number(after) * 1000
      : Date.parse(after);
    if (Number.isSafeInteger(at)) {
      return Math.max(at, now);
    }
  }
  for (const prefix of ['x-ratelimit', 'ratelimit']) {
    if (header(`${prefix}-remaining`)?.trim() === '0') {
      const reset = resetOf(header(`${prefix}-reset`), now);
      if (reset !== undefined) {
        return Math.max(reset, now);
      }
    }
  }
  return undefined;
}

/**
 * When to go on, where a successful answer says that little of the quota is
 * left: others use the same credentials, so a share of it is theirs.
 *
 * @param reserve - the share that is left alone, from 0 to 1
 */
export function restUntilOf(
  header: HeaderReader,
  options: { now: EpochMs; reserve: number },
): EpochMs | undefined {
  const { now, reserve } = options;
  for (const prefix of ['x-ratelimit', 'ratelimit']) {
    const limit = Number(header(`${prefix}-limit`) ?? NaN);
    const remaining = Number(header(`${prefix}-remaining`) ?? NaN);
    const reset = resetOf(header(`${prefix}-reset`), now);
    if (remaining < limit * reserve && reset !== undefined && reset > now) {
      return reset;
    }
  }
  return undefined;
}

function resetOf(value: string | undefined, now: EpochMs): EpochMs | undefined {
  const text = value?.trim() ?? '';
  if (!/^\d{1,12}(\.\d+)?$/.test(text)) {
    return undefined;
  }
  const seconds = Math.ceil(Number(text));
  return seconds < EARLIEST_TIME_S ? now + seconds * 1000 : seconds * 1000;
}
