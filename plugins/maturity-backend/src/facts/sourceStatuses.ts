import type { SourceTotals } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { toNumber, toOptionalNumber } from '../database';
import { compareText } from './domain/compareText';

/**
 * What every source that ever sent has brought, by name. The counts are kept
 * by whoever writes, so that it costs the same however long the log is.
 */
export async function sourceStatuses(options: {
  knex: Knex;
}): Promise<SourceTotals[]> {
  const rows = await options.knex('source').select('*');
  return rows
    .map(row => ({
      source: row.name,
      events: toNumber(row.events),
      unmapped: toNumber(row.unmapped),
      conflicts: toNumber(row.conflicts),
      refused: toNumber(row.refused),
      ahead: toNumber(row.ahead),
      aheadMs: toNumber(row.ahead_ms),
      lastReceivedAt: toOptionalNumber(row.last_received_at),
    }))
    .sort((a, b) => compareText(a.source, b.source));
}
