const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/**
 * How often a source that is pulled leaves a sign of life, in milliseconds.
 *
 * @remarks
 *
 * Nobody asks more closely than `staleAfter` when a source was heard of, so a
 * quarter of it is close enough; an hour where nobody asks. So a source leaves
 * 9,000 rows a year, or four in each `staleAfter`.
 */
export function heartbeatEveryMs(staleAfterMs: number | undefined): number {
  return Math.max(
    MINUTE_MS,
    Math.min(HOUR_MS, Math.floor((staleAfterMs ?? Infinity) / 4)),
  );
}
