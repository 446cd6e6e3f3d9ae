import type { Calendar } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { canonicalJson } from '@devops-scorecards/plugin-maturity-node';
import { insertRows, takeKnowledge, writeTransaction } from '../database';

/**
 * Stores the calendars whose contents differ from what was registered last.
 *
 * @remarks
 * Several replicas may start at once: the first holds the knowledge row, the
 * others then find its rows.
 *
 * @returns the ids that were registered; empty when nothing is new
 */
export async function registerCalendars(options: {
  knex: Knex;
  calendars: readonly Calendar[];
}): Promise<string[]> {
  const { knex, calendars } = options;
  const contents = calendars.map(calendar => {
    const content = canonicalJson(calendar);
    const hash = createHash('sha256').update(content).digest('hex');
    return { id: calendar.id, content, hash };
  });
  return writeTransaction(knex, async tx => {
    const known = await lastHashes(tx);
    const added = contents.filter(({ id, hash }) => known.get(id) !== hash);
    if (added.length === 0) {
      return [];
    }
    const firstSeq = await takeKnowledge(tx, added.length);
    await insertRows(tx, {
      table: 'calendar_version',
      rows: added.map(({ id, content, hash }, index) => ({
        calendar: id,
        hash,
        seq: firstSeq + index,
        content,
      })),
    });
    return added.map(({ id }) => id);
  });
}

async function lastHashes(tx: Knex): Promise<Map<string, string>> {
  const rows = await tx('calendar_version')
    .select<{ calendar: string; hash: string }[]>('calendar', 'hash')
    .orderBy('seq', 'asc');
  return new Map(rows.map(({ calendar, hash }) => [calendar, hash]));
}
