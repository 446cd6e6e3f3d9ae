import { ServiceUnavailableError } from '@backstage/errors';
import type { Knex } from 'knex';
import { currentKnowledge } from '../database';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import type { IncomingEvent } from '../ingest/EventStore';
import {
  component,
  countRows,
  deploymentEvent,
  knowEntities,
} from './__testUtils__/events';
import { DatabaseEventStore } from './DatabaseEventStore';

function appendTo(knex: Knex, events: IncomingEvent[]) {
  return DatabaseEventStore.create({ knex }).append({
    source: { name: 'ci', entities: 'all' },
    events,
    receivedAt: 5_000,
  });
}

describe('an outage of the database', () => {
  const databases = contractDatabases();
  const events = [...Array(5).keys()].map(index =>
    deploymentEvent({ id: `new-${index}`, finishedAt: index }),
  );

  it.each(CONTRACT_DATABASES)('that closes %s is told as such', async name => {
    const knex = await databases.create(name);
    await knex.destroy();
    await expect(appendTo(knex, events)).rejects.toThrow(
      ServiceUnavailableError,
    );
  });

  it('that ends the connection in the middle leaves nothing behind', async () => {
    const knex = await databases.create('PostgreSQL');
    await knowEntities(knex, [component('payments')]);
    await appendTo(knex, [deploymentEvent({ id: 'old', finishedAt: 1 })]);
    const before = await countRows(knex);
    const known = await currentKnowledge(knex);
    // Facts come after the log, so the log is written when the line goes dead.
    await knex.raw(`
      create function hang_up() returns trigger language plpgsql as $$
      begin
        perform pg_terminate_backend(pg_backend_pid());
        return new;
      end $$;
      create trigger hang_up before insert on deployment
        for each row execute function hang_up();
    `);
    await expect(appendTo(knex, events)).rejects.toThrow(
      ServiceUnavailableError,
    );
    await knex.raw('drop trigger hang_up on deployment');
    expect(await countRows(knex)).toEqual(before);
    expect(await currentKnowledge(knex)).toBe(known);
    const again = await appendTo(knex, events);
    expect(again.map(({ status, seq }) => [status, seq])).toEqual(
      events.map((_, index) => ['stored', known + 1 + index]),
    );
  });

  it('that fills the disk in the middle leaves nothing behind', async () => {
    const knex = await databases.create('SQLite file');
    await knowEntities(knex, [component('payments')]);
    await appendTo(knex, [deploymentEvent({ id: 'old', finishedAt: 1 })]);
    const before = await countRows(knex);
    const known = await currentKnowledge(knex);
    const [{ page_count: pages }] = await knex.raw('pragma page_count');
    await knex.raw(`pragma max_page_count = ${pages + 2}`);
    const large = [...Array(200).keys()].map(index =>
      deploymentEvent({
        id: `large-${index}`,
        finishedAt: index,
        fields: { version: 'x'.repeat(1_000) },
      }),
    );
    await expect(appendTo(knex, large)).rejects.toThrow(
      ServiceUnavailableError,
    );
    await knex.raw('pragma max_page_count = 1000000');
    expect(await countRows(knex)).toEqual(before);
    expect(await currentKnowledge(knex)).toBe(known);
    const again = await appendTo(knex, large);
    expect(new Set(again.map(({ status }) => status))).toEqual(
      new Set(['stored']),
    );
  });

  it.each(['SQLite', 'SQLite file'] as const)(
    'that makes %s read-only is told as such',
    async name => {
      const knex = await databases.create(name);
      await knex.raw('pragma query_only = 1');
      await expect(appendTo(knex, events)).rejects.toThrow(
        'The database of the maturity plugin cannot be written; nothing was stored, send it again later',
      );
    },
  );

  it('is not what a fault of ours is called', async () => {
    const knex = await databases.create('SQLite');
    await knex.schema.dropTable('event_log');
    await expect(appendTo(knex, events)).rejects.not.toThrow(
      ServiceUnavailableError,
    );
  });
});
