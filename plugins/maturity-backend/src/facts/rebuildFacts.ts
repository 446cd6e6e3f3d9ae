import { FACT_KINDS } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { writeTransaction } from '../database';
import { attributeFacts } from './attributeFacts';
import { tableOf } from './domain/tableOf';
import { readLog } from './readLog';
import { upsertFacts } from './upsertFacts';

/** Events that are folded at a time. */
const PIECE = 500;

/**
 * Throws all facts and their attribution away and makes them again from the
 * log, in one transaction: readers see the old ones until the new are there.
 *
 * @remarks
 *
 * Source bindings and mappings stay. They are no projection but records of
 * what became known when, and an operator may have set a binding.
 *
 * @returns how many events were replayed
 */
export async function rebuildFacts(options: { knex: Knex }): Promise<number> {
  return await writeTransaction(options.knex, async tx => {
    await tx('fact_event').delete();
    for (const kind of FACT_KINDS) {
      const { fact, whose } = tableOf(kind);
      await tx(whose).delete();
      await tx(fact).delete();
    }
    let replayed = 0;
    let after = 0;
    for (;;) {
      const events = await readLog(tx, { after, limit: PIECE });
      if (events.length === 0) {
        return replayed;
      }
      await attributeFacts(tx, await upsertFacts(tx, events));
      replayed += events.length;
      after = events[events.length - 1].seq;
    }
  });
}
