import { setTimeout as sleep } from 'node:timers/promises';
import type { SourceDetail } from '@devops-scorecards/plugin-maturity-common';
import { AuthenticationError, InputError } from '@backstage/errors';
import type { WebhookSource } from '@devops-scorecards/plugin-maturity-node';
import type { Knex } from 'knex';
import { createScene, START } from '../assessment/__testUtils__/scene';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import { component, knowEntities } from '../facts/__testUtils__/events';
import {
  buildCdevent,
  toCloudEvent,
} from '../ingest/__testUtils__/buildCdevent';
import { createPortal, type Portal } from '../__testUtils__/createPortal';
import { RefusalLog } from './RefusalLog';

jest.setTimeout(60_000);

const hooked: WebhookSource = {
  id: 'hooked',
  about: { type: 'hooked', title: 'Hooked', facts: ['run'], names: [] },
  verify({ headers }) {
    if (headers['x-signature'] !== 'right') {
      throw new AuthenticationError('The signature is wrong');
    }
  },
  map({ rawBody }) {
    if (rawBody.toString() !== '{}') {
      throw new InputError('The body is not what the producer documents');
    }
    return [
      {
        eventSource: '/hooked',
        eventId: 'e1',
        type: 'test',
        // Far ahead of any clock.
        occurredAt: START * 2,
        aliases: [],
        statements: [],
        envelope: {},
      },
    ];
  },
};

/** The database, with each transaction told before it begins. */
function watched(knex: Knex, onTransaction: () => void): Knex {
  return {
    client: knex.client,
    transaction: async (...args: Parameters<Knex['transaction']>) => {
      onTransaction();
      return knex.transaction(...args);
    },
  } as unknown as Knex;
}

describe.each(CONTRACT_DATABASES)('refusals on %s', name => {
  const databases = contractDatabases();
  let portal: Portal;

  beforeEach(async () => {
    const scene = await createScene(await databases.create(name), {
      sourceOrder: ['ci', 'hooked'],
    });
    await knowEntities(scene.knex, [component('payments')]);
    portal = createPortal(scene, { webhookSources: [hooked] });
  });

  const hook = (body = '{}', signature = 'right') =>
    portal
      .send('service', 'post', '/v1/hooks/hooked')
      .set({ 'Content-Type': 'application/json', 'X-Signature': signature })
      .send(body);
  const read = async (source: string): Promise<SourceDetail> => {
    await portal.refusals.flush();
    return (await portal.get('zhao', `/v1/operations/sources/${source}`)).body;
  };
  const good = toCloudEvent(
    buildCdevent({
      name: 'service.deployed',
      id: 'good',
      timestamp: new Date(START).toISOString(),
    }),
    { entityref: 'component:default/payments' },
  );

  it('of single events are kept with their reason, and counted', async () => {
    const response = await portal.deliver([
      good,
      { ...good, id: 'bad', type: 'dev.cdevents.service.deployed.0.2.0' },
      { specversion: '1.0' },
    ]);
    expect(response.body).toMatchObject({ stored: 1, refused: 2 });
    const ci = await read('ci');
    expect(ci).toMatchObject({ events: 1, refused: 2 });
    expect(ci.refusals.map(({ door, id }) => [door, id])).toEqual(
      expect.arrayContaining([
        ['events', 'bad'],
        ['events', ''],
      ]),
    );
    expect(ci.refusals[0]).toMatchObject({
      message: expect.stringMatching(/./),
      receivedAt: START,
      times: 1,
    });
  });

  it('of whole deliveries are one row for each reason', async () => {
    for (let index = 0; index < 5; index += 1) {
      expect((await hook('{}', 'wrong')).status).toBe(401);
    }
    await portal.refusals.flush();
    portal.setTime(START + 1_000);
    await hook('{}', 'wrong');
    await hook('[]');
    const { refused, refusals } = await read('hooked');
    expect(refused).toBe(7);
    expect(refusals).toEqual([
      {
        door: 'hooks',
        code: 400,
        message: 'The body is not what the producer documents',
        receivedAt: START + 1_000,
        times: 1,
      },
      {
        door: 'hooks',
        code: 401,
        message: 'The signature is wrong',
        receivedAt: START + 1_000,
        times: 6,
      },
    ]);
    portal.setTime(START);
  });

  it('of events of a webhook are kept too', async () => {
    expect((await hook()).status).not.toBe(202);
    expect((await read('hooked')).refusals).toMatchObject([
      { door: 'hooks', id: 'e1', code: 422 },
    ]);
  });

  it('of what cannot be cut into events are kept', async () => {
    await portal
      .send('service', 'post', '/v1/events')
      .set('Content-Type', 'text/plain')
      .send('x');
    const [refusal] = (await read('ci')).refusals;
    expect(refusal).toMatchObject({ door: 'events', code: 415 });
    expect(refusal).not.toHaveProperty('id');
  });

  it('cost nothing where nothing is refused', async () => {
    await portal.deliver([good]);
    await portal.refusals.flush();
    expect(await portal.knex('event_refusal').select()).toEqual([]);
  });

  it('are bounded for each source, whatever comes', async () => {
    const note = (from: number, count: number) =>
      portal.refusals.note({
        source: 'ci',
        door: 'events',
        receivedAt: START + from,
        refusals: Array.from({ length: count }, (_, index) => ({
          id: `e${from + index}`,
          code: 400,
          message: 'no',
        })),
      });
    note(0, 150);
    await portal.refusals.flush();
    await hook('{}', 'wrong');
    note(1_000, 500);
    await portal.refusals.flush();
    const { id } = await portal.knex('source').where({ name: 'ci' }).first();
    const kept = await portal
      .knex('event_refusal')
      .where({ source_id: id })
      .orderBy('id')
      .pluck('event_id');
    expect(kept).toHaveLength(200);
    expect(kept[199]).toBe('e1499');
    expect((await read('ci')).refused).toBe(650);
    expect((await read('hooked')).refusals).toHaveLength(1);
  });

  it('are kept for the next time where the database cannot be written', async () => {
    const { knex, logger } = portal;
    let isGone = true;
    const made: { log?: RefusalLog } = {};
    const note = (id: string) =>
      made.log?.note({
        source: 'ci',
        door: 'events',
        receivedAt: START,
        refusals: [{ id, code: 400, message: 'no' }],
      });
    const log = RefusalLog.create({
      logger,
      knex: watched(knex, () => {
        if (isGone) {
          isGone = false;
          note('b');
          throw new Error('gone');
        }
      }),
    });
    made.log = log;
    note('a');
    await log.flush();
    expect(logger.warn).toHaveBeenCalled();
    await log.flush();
    expect(await knex('event_refusal').orderBy('id').pluck('event_id')).toEqual(
      ['a', 'b'],
    );
    await log.flush();
    expect(Number((await knex('source').first()).refused)).toBe(2);
  });

  it('are written by themselves, not one by one', async () => {
    const { knex, logger } = portal;
    const written = jest.fn();
    const log = RefusalLog.create({
      logger,
      knex: watched(knex, written),
      everyMs: 20,
    });
    for (let index = 0; index < 100; index += 1) {
      log.note({
        source: 'ci',
        door: 'hooks',
        receivedAt: START,
        refusals: [{ code: 401, message: 'The signature is wrong' }],
      });
    }
    const deadline = Date.now() + 5_000;
    let rows: any[] = [];
    while (rows.length === 0 && Date.now() < deadline) {
      await sleep(50);
      rows = await knex('event_refusal').select('times');
    }
    expect(rows.map(({ times }) => Number(times))).toEqual([100]);
    expect(written).toHaveBeenCalledTimes(1);
  });
});
