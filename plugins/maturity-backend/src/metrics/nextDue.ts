import {
  nextMidnight,
  type EpochMs,
  type FactKind,
} from '@devops-scorecards/plugin-maturity-common';
import type { SourceConnection } from '@devops-scorecards/plugin-maturity-node';

/**
 * When time alone may next change a measurement: at the next local midnight, or
 * when a source that is not stale yet becomes so without being heard of.
 *
 * @returns the earliest instant, always later than `asOf`
 */
export function nextDue(options: {
  connections: Readonly<Partial<Record<FactKind, SourceConnection>>>;
  asOf: EpochMs;
  timeZone: string;
}): EpochMs {
  const { connections, asOf, timeZone } = options;
  let due = nextMidnight(asOf, timeZone);
  for (const connection of Object.values(connections)) {
    if (connection?.staleAfterMs !== undefined) {
      const staleAt = connection.lastSeen + connection.staleAfterMs + 1;
      if (staleAt > asOf && staleAt < due) {
        due = staleAt;
      }
    }
  }
  return due;
}
