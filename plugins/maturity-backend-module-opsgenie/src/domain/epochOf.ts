import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';

/** Below it are seconds, up to the year 5138. */
const FIRST_MILLISECONDS = 10n ** 11n;
/** Up to the year 5138 too, and so on: the scales lie a factor of 1000 apart. */
const FIRST_MICROSECONDS = 10n ** 14n;
const FIRST_NANOSECONDS = 10n ** 17n;
const FIRST_OF_NO_SCALE = 10n ** 20n;

/**
 * A point in time that is counted since 1970 in seconds, milliseconds,
 * microseconds or nanoseconds, told apart by how large it is. Opsgenie sends
 * `createdAt` in milliseconds and `updatedAt` in nanoseconds.
 *
 * @remarks
 *
 * What is finer than a millisecond is cut off, on whole numbers: a quotient of
 * JavaScript's numbers may be a millisecond too low.
 *
 * @param count - digits as text, or a number that JavaScript holds exactly
 * @returns `undefined` for 0, which is no time but an unset one, and for what
 *   is no such count
 */
export function epochOf(count: string | number): EpochMs | undefined {
  const digits = String(count);
  if (!/^\d{1,20}$/.test(digits)) {
    return undefined;
  }
  const value = BigInt(digits);
  if (value === 0n || value >= FIRST_OF_NO_SCALE) {
    return undefined;
  }
  if (value < FIRST_MILLISECONDS) {
    return Number(value) * 1000;
  }
  if (value < FIRST_MICROSECONDS) {
    return Number(value);
  }
  return Number(value < FIRST_NANOSECONDS ? value / 1000n : value / 1000_000n);
}
