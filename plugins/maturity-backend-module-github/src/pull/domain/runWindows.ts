import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';

/**
 * GitHub hands out no more than this of a search by time, however many there
 * are: of a longer list the oldest would be missing.
 */
export const MOST_RESULTS = 1000;

/** No span is cut any shorter. Milliseconds. */
const SHORTEST_MS = 60_000;

/** A span of creation times. */
export interface RunWindow {
  from: EpochMs;
  to: EpochMs;
}

/**
 * A shorter span with the same begin, where one holds more than GitHub hands
 * out.
 *
 * @returns `undefined` where it holds few enough, or cannot be cut
 */
export function shorterWindow(
  { from, to }: RunWindow,
  total: number,
): RunWindow | undefined {
  if (total <= MOST_RESULTS || to - from <= SHORTEST_MS) {
    return undefined;
  }
  // By what it holds and not by half, with room for uneven days.
  const share = (MOST_RESULTS / total) * 0.7;
  const length = Math.max(SHORTEST_MS, Math.floor((to - from) * share));
  return { from, to: from + length };
}

/** A span as GitHub's search takes it: whole seconds, both ends inclusive. */
export function createdBetween({ from, to }: RunWindow): string {
  const second = (at: EpochMs) => `${new Date(at).toISOString().slice(0, 19)}Z`;
  return `${second(from)}..${second(to + 999)}`;
}
