import type { Knex } from 'knex';
import { chunksOf, toNumber } from '../database';

/** What is known of an event key. */
export interface KnownKey {
  /** Of the event that has it. */
  seq: number;
  bodyHash: string;
}

/** Finds which events were stored before. */
export async function findKeys(
  tx: Knex,
  eventKeys: readonly string[],
): Promise<Map<string, KnownKey>> {
  const known = new Map<string, KnownKey>();
  for (const chunk of chunksOf(eventKeys)) {
    const rows = await tx('event_key')
      .whereIn('key_hash', chunk)
      .select('key_hash', 'seq', 'body_hash');
    for (const row of rows) {
      known.set(row.key_hash, {
        seq: toNumber(row.seq),
        bodyHash: row.body_hash,
      });
    }
  }
  return known;
}
