import type {
  EpochMs,
  FactKind,
} from '@devops-scorecards/plugin-maturity-common';
import type { SourceConnection } from '@devops-scorecards/plugin-maturity-node';
import { nextDue } from '../metrics';

/** What is open ages, and pages show how old it is. Milliseconds. */
const OPEN_FOR_MS = 60_000;

/**
 * The longest, because clocks of producers may be ahead by so much: a fact that
 * lies in the future comes to count without anything that says so.
 */
const LONGEST_MS = 5 * 60_000;

/**
 * Until when time alone leaves measurements as they are.
 *
 * @param options - `open`: items that had not ended
 */
export function answerValidity(options: {
  asOf: EpochMs;
  open: number;
  connections: Readonly<Partial<Record<FactKind, SourceConnection>>>;
  timeZone: string;
}): EpochMs {
  const { asOf, open } = options;
  return Math.min(
    nextDue(options),
    asOf + (open > 0 ? OPEN_FOR_MS : LONGEST_MS),
  );
}
