import type { ChangeCause } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { chunksOf, fromFlag, toNumber } from '../database';

/** An event of the log, as people are told of it. */
export type LoggedEvent = NonNullable<ChangeCause['event']> & {
  generated: boolean;
  imported: boolean;
};

/** Reads events of the log by sequence; a number that is none is left out. */
export async function readEvents(
  knex: Knex,
  seqs: readonly number[],
): Promise<Map<number, LoggedEvent>> {
  const events = new Map<number, LoggedEvent>();
  for (const chunk of chunksOf([...new Set(seqs)])) {
    const rows = await knex('event_log as log')
      .join('source', 'source.id', 'log.source_id')
      .whereIn('log.seq', chunk)
      .select<
        {
          seq: number | string;
          source: string;
          id: string;
          type: string;
          occurred_at: number | string;
          generated: number;
          imported: number;
        }[]
      >(
        'log.seq as seq',
        'source.name as source',
        'log.event_id as id',
        'log.type as type',
        'log.occurred_at as occurred_at',
        'log.generated as generated',
        'log.imported as imported',
      );
    for (const row of rows) {
      events.set(toNumber(row.seq), {
        seq: toNumber(row.seq),
        source: row.source,
        id: row.id,
        type: row.type,
        occurredAt: toNumber(row.occurred_at),
        generated: fromFlag(row.generated),
        imported: fromFlag(row.imported),
      });
    }
  }
  return events;
}
