import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';

/** A producer that asks for more is taken for one whose clock is wrong. */
const LONGEST_MS = 6 * 3_600_000;
const SHORTEST_MS = 1000;

/** Until when to rest, of what a producer asks for. */
export function restUntil(retryAt: EpochMs, now: EpochMs): EpochMs {
  const asked = Number.isFinite(retryAt) ? retryAt - now : SHORTEST_MS;
  return now + Math.ceil(Math.min(Math.max(asked, SHORTEST_MS), LONGEST_MS));
}
