const FIRST_MS = 60_000;
const LONGEST_MS = 6 * 3_600_000;

/**
 * How long to wait after so many failures in a row: a minute, then twice as
 * long each time, at most six hours. Milliseconds.
 *
 * @param failures - at least 1
 */
export function backOffMs(failures: number): number {
  return Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS);
}
