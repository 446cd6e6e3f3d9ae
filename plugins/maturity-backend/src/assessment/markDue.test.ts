import type { Knex } from 'knex';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import { markDue } from './markDue';

describe.each(CONTRACT_DATABASES)('markDue on %s', name => {
  const databases = contractDatabases();
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.create(name);
  });

  afterEach(async () => {
    await knex.destroy();
  });

  const readDue = async () =>
    (await knex('due').orderBy('entity_id')).map(row => [
      row.entity_id,
      Number(row.due_at),
      Number(row.claimed_until),
      Number(row.marked_seq),
    ]);

  it('brings entities forward, never back, and remembers the last cause', async () => {
    await markDue(knex, { entityIds: [2, 1], dueAt: 100, seq: 7 });
    await markDue(knex, { entityIds: [1], dueAt: 200, seq: 9 });
    await markDue(knex, { entityIds: [2], dueAt: 50, seq: 0 });
    expect(await readDue()).toEqual([
      [1, 100, 0, 9],
      [2, 50, 0, 7],
    ]);
  });

  it('leaves a claim alone', async () => {
    await markDue(knex, { entityIds: [1], dueAt: 100, seq: 7 });
    await knex('due').update({ claimed_until: 500 });
    await markDue(knex, { entityIds: [1], dueAt: 300, seq: 8 });
    expect(await readDue()).toEqual([[1, 100, 500, 8]]);
  });

  it('takes any number of entities, also none', async () => {
    await markDue(knex, { entityIds: [], dueAt: 100, seq: 7 });
    await markDue(knex, {
      entityIds: [...Array(1_100).keys()],
      dueAt: 100,
      seq: 7,
    });
    expect(await readDue()).toHaveLength(1_100);
  });
});
