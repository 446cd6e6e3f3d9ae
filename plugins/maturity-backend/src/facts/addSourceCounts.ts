import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';

/** What to add to what a source has brought. */
export interface SourceCounts {
  sourceId: number;
  events?: number;
  /** Below 0 where events were mapped. */
  unmapped?: number;
  conflicts?: number;
  refused?: number;
  /** Events whose time lay ahead of their arrival. */
  ahead?: number;
  /** The most by which one did, in milliseconds. */
  aheadMs?: number;
  /** When the newest of the events was received. */
  lastReceivedAt?: EpochMs;
}

/**
 * Keeps count of what a source has brought. Call it in the transaction that
 * writes what is counted.
 */
export async function addSourceCounts(
  tx: Knex.Transaction,
  options: SourceCounts,
): Promise<void> {
  const { sourceId, lastReceivedAt } = options;
  const { events = 0, unmapped = 0, conflicts = 0, refused = 0 } = options;
  const { ahead = 0, aheadMs = 0 } = options;
  if ([events, unmapped, conflicts, refused].every(count => count === 0)) {
    return;
  }
  await tx('source')
    .where({ id: sourceId })
    .update({
      events: tx.raw('events + ?', [events]),
      unmapped: tx.raw('unmapped + ?', [unmapped]),
      conflicts: tx.raw('conflicts + ?', [conflicts]),
      refused: tx.raw('refused + ?', [refused]),
      ...(ahead > 0 && {
        ahead: tx.raw('ahead + ?', [ahead]),
        ahead_ms: tx.raw('case when ahead_ms < ? then ? else ahead_ms end', [
          aheadMs,
          aheadMs,
        ]),
      }),
      ...(lastReceivedAt !== undefined && { last_received_at: lastReceivedAt }),
    });
}
