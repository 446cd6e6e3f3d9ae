import { FACT_KINDS } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import {
  built,
  createPaymentsScene,
  DAY_MS,
  deployed,
  MINUTE_MS,
  START,
} from './__testUtils__/scene';
import { findNewestEvent } from './findNewestEvent';

jest.setTimeout(60_000);

const databases = contractDatabases();

/** Statements that an assessment of one entity takes at most. */
const MOST_STATEMENTS = 28;

async function countStatements(
  knex: Knex,
  work: () => Promise<void>,
): Promise<number> {
  let count = 0;
  const listener = () => {
    count += 1;
  };
  knex.on('query', listener);
  await work();
  knex.removeListener('query', listener);
  return count;
}

it('finds the newest event by the few of its span, however many links there are', async () => {
  const knex = await databases.create('SQLite');
  const queries: { sql: string; bindings: any[] }[] = [];
  knex.on('query', query => queries.push(query));
  await findNewestEvent(knex, {
    entityId: 1,
    kinds: FACT_KINDS,
    after: 10,
    upTo: 20,
  });
  const { sql, bindings } = queries[0];
  const plan: { detail: string }[] = await knex.raw(
    `explain query plan ${sql}`,
    bindings,
  );
  const links = plan
    .map(({ detail }) => detail)
    .filter(detail => /\blink\b/.test(detail));
  expect(links).toHaveLength(FACT_KINDS.length);
  for (const detail of links) {
    expect(detail).toContain('USING INDEX fact_event_seq_idx');
  }
});

describe.each(CONTRACT_DATABASES)('an assessment on %s', database => {
  it('takes as many statements with many facts as with few', async () => {
    const knex = await databases.create(database);
    const scene = await createPaymentsScene(knex);
    const assess = async (at: number) => {
      scene.setTime(at);
      return countStatements(knex, () => scene.worker.assessNow(1));
    };
    const few = await assess(START + MINUTE_MS);
    await scene.ingest(
      ...Array.from({ length: 400 }, (_, index) =>
        built(`more-${index}`, START - DAY_MS + index * MINUTE_MS),
      ),
      ...Array.from({ length: 200 }, (_, index) =>
        deployed(`more-${index}`, START - 2 * DAY_MS + index * MINUTE_MS),
      ),
    );
    // Finds out why the verdict changed.
    await assess(START + 2 * MINUTE_MS);
    const many = await assess(START + 3 * MINUTE_MS);
    expect(many).toBe(few);
    expect(few).toBeLessThanOrEqual(MOST_STATEMENTS);
  });
});
