import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  maturityOperationsManagePermission,
  maturityOperationsReadPermission,
} from '@devops-scorecards/plugin-maturity-common';
import {
  createScene,
  ENTITY,
  MINUTE_MS,
  payments,
  START,
} from '../assessment/__testUtils__/scene';
import { writeEntities } from '../catalog/writeEntities';
import { currentKnowledge } from '../database';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import { readFacts } from '../facts';
import {
  component,
  entityId,
  factEvent,
  knowEntities,
  runEvent,
} from '../facts/__testUtils__/events';
import { EntityReader } from '../reads';
import { createPortal, type Portal } from '../__testUtils__/createPortal';
import { NameService } from './NameService';

jest.setTimeout(60_000);

const NAMES = '/v1/operations/names';
const WAITING = '/v1/operations/unmapped/names';
const JOB = { scheme: 'jenkins-job', value: 'acme/Payments' } as const;

/** A run that names nobody but a job of Jenkins. */
function waiting(
  id: string,
  value: string = JOB.value,
  at = START - MINUTE_MS,
) {
  return runEvent({
    id,
    key: id,
    occurredAt: at,
    fields: { finishedAt: at, outcome: 'success', trunk: true },
    event: {
      entityRef: undefined,
      aliases: [{ scheme: 'jenkins-job', value }],
    },
  });
}

describe.each(CONTRACT_DATABASES)('names of operators on %s', name => {
  const databases = contractDatabases();
  let portal: Portal;

  beforeEach(async () => {
    const scene = await createScene(await databases.create(name));
    await knowEntities(scene.knex, [payments, component('other')]);
    portal = createPortal(scene);
  });

  const give = (who: string, body: object = {}) =>
    portal.post(who, NAMES, { ...JOB, entityRef: ENTITY, ...body });
  const remove = (who: string, id: number) =>
    portal.send(who, 'delete', `${NAMES}/${id}`);
  const listed = async () => (await portal.get('zhao', NAMES)).body.items;
  const runsOf = async (ref: string) =>
    (
      await readFacts({
        knex: portal.knex,
        entityId: await entityId(portal.knex, ref),
        kinds: ['run'],
        from: 0,
        to: START + MINUTE_MS,
        knownAt: await currentKnowledge(portal.knex),
        sourceOrder: ['ci'],
        staleAfter: {},
      })
    ).facts.map(({ key }) => key);

  it('let what waited count, and what comes later', async () => {
    await portal.ingest(waiting('r1'), waiting('r2'), waiting('r3', 'else'));
    expect(await runsOf(ENTITY)).toEqual([]);
    const given = await give('zhao', {
      entityRef: 'Component:Default/Payments',
    });
    expect(given.status).toBe(200);
    expect(given.body).toEqual({
      name: {
        id: expect.any(Number),
        ...JOB,
        entityRef: ENTITY,
        since: START,
        gone: false,
      },
      mapped: 2,
      pending: false,
    });
    expect(await runsOf(ENTITY)).toEqual(['r1', 'r2']);
    await portal.ingest(waiting('r4'));
    expect(await runsOf(ENTITY)).toEqual(['r1', 'r2', 'r4']);
    expect(await listed()).toEqual([given.body.name]);
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'name-map',
        meta: { ...JOB, entityRef: ENTITY },
      }),
    );
  });

  it('are given once, and to several entities', async () => {
    const first = await give('zhao');
    const again = await give('zhao');
    expect(again.body).toEqual({ ...first.body, mapped: 0 });
    const other = 'component:default/other';
    expect((await give('zhao', { entityRef: other })).status).toBe(200);
    await portal.ingest(waiting('r1'));
    expect(await runsOf(ENTITY)).toEqual(['r1']);
    expect(await runsOf(other)).toEqual(['r1']);
  });

  it('stay when the catalog changes its mind, and count once beside it', async () => {
    await give('zhao');
    const annotated = component('payments', {
      'jenkins.io/job-full-name': JOB.value,
    });
    await knowEntities(portal.knex, [annotated]);
    const [result] = await portal.ingest(waiting('r1'));
    expect(result).toMatchObject({ status: 'stored', entityRef: ENTITY });
    expect(await runsOf(ENTITY)).toEqual(['r1']);

    await knowEntities(portal.knex, [component('payments')]);
    expect(await listed()).toHaveLength(1);
    const [later] = await portal.ingest(waiting('r2'));
    expect(later.entityRef).toBe(ENTITY);
  });

  it('say when their entity is gone', async () => {
    await give('zhao');
    await writeEntities({
      knex: portal.knex,
      now: START,
      present: [],
      removed: [ENTITY],
    });
    expect(await listed()).toEqual([expect.objectContaining({ gone: true })]);
  });

  it('are taken back without touching what they mapped', async () => {
    await portal.ingest(waiting('r1'));
    const { id } = (await give('zhao')).body.name;
    expect((await remove('zhao', id)).status).toBe(204);
    expect(await listed()).toEqual([]);
    const [result] = await portal.ingest(waiting('r2'));
    expect(result.unmapped).toBe(true);
    expect(await runsOf(ENTITY)).toEqual(['r1']);
    const again = await remove('zhao', id);
    expect(again.status).toBe(404);
    expect(again.body.error.message).toContain(`no name ${id}`);
    expect(portal.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'name-remove', meta: { id } }),
    );
  });

  it('cannot take away what the catalog says', async () => {
    const { seq } = await portal.knex('alias').first('seq');
    expect((await remove('zhao', Number(seq))).status).toBe(404);
  });

  it('are written as producers write them', async () => {
    const { body } = await give('zhao', {
      scheme: 'repository',
      value: ' GitHub.com/Acme/Payments ',
    });
    expect(body.name.value).toBe('github.com/acme/payments');
  });

  it('need permissions, and an entity that the caller may see', async () => {
    portal.hidden.add(ENTITY);
    expect((await give('zhao')).status).toBe(404);
    portal.hidden.clear();
    const denied = new Set<string>();
    portal.policy.decide = permission => ({
      result: denied.has(permission)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
    });
    denied.add(maturityOperationsManagePermission.name);
    expect((await give('lin')).status).toBe(403);
    expect((await remove('lin', 1)).status).toBe(403);
    expect((await portal.get('lin', NAMES)).status).toBe(200);
    denied.add(maturityOperationsReadPermission.name);
    expect((await portal.get('lin', NAMES)).status).toBe(403);
    expect((await portal.get('lin', WAITING)).status).toBe(403);
  });
});

describe.each(CONTRACT_DATABASES)('names that cannot be given on %s', name => {
  const databases = contractDatabases();
  let portal: Portal;

  beforeAll(async () => {
    const scene = await createScene(await databases.create(name));
    await knowEntities(scene.knex, [payments]);
    portal = createPortal(scene);
  });

  it.each([
    ['an unknown scheme', { scheme: 'job' }, 400, 'use one of repository'],
    ['a ref as a name', { scheme: 'entity' }, 400, 'use one of repository'],
    ['an empty name', { value: '  ' }, 400, '1 to 512 characters'],
    ['a long name', { value: 'x'.repeat(513) }, 400, 'this one has 513'],
    ['an unpaired surrogate', { value: 'a\uD800' }, 400, 'half a surrogate'],
    ['no ref', { entityRef: 'payments' }, 400, 'is no entity ref'],
    [
      'an entity that is not there',
      { entityRef: 'component:default/nobody' },
      404,
      'There is no entity component:default/nobody',
    ],
  ])('refuse %s', async (_, body, status, message) => {
    const response = await portal.post('zhao', NAMES, {
      ...JOB,
      entityRef: ENTITY,
      ...body,
    });
    expect(response.status).toBe(status);
    expect(response.body.error.message).toContain(message);
    expect((await portal.get('zhao', NAMES)).body.items).toEqual([]);
  });
});

describe('names of operators', () => {
  const databases = contractDatabases();

  it('are answered before everything that waits is mapped, where that is much', async () => {
    // SQLite does all of it before any timer has its turn.
    const scene = await createScene(await databases.create('PostgreSQL'));
    await knowEntities(scene.knex, [payments]);
    await scene.ingest(waiting('r1'));
    const mapped = new Promise<void>(resolve => {
      const service = NameService.create({
        ...scene,
        allows: () => true,
        kick: resolve,
        budgetMs: 0,
      });
      const find = EntityReader.create(scene).find(ENTITY);
      find
        .then(entity => service.add({ name: JOB, entity: entity! }))
        .then(({ pending }) => expect(pending).toBe(true));
    });
    await mapped;
    expect(await scene.knex('unmapped_event').select()).toEqual([]);
    expect.assertions(2);
  });
});

describe.each(CONTRACT_DATABASES)('names that wait on %s', name => {
  const databases = contractDatabases();
  let portal: Portal;

  beforeAll(async () => {
    const scene = await createScene(await databases.create(name), {
      sourceOrder: ['ci', 'closed'],
    });
    await knowEntities(scene.knex, [
      component('payments', { 'jenkins.io/job-full-name': 'closed/job' }),
    ]);
    portal = createPortal(scene);
    await portal.ingest(
      waiting('r1'),
      waiting('r2'),
      waiting('r3', 'acme/other'),
      factEvent({
        id: 'i1',
        kind: 'incident',
        key: 'i1',
        event: {
          entityRef: undefined,
          aliases: [
            { scheme: 'pagerduty-service', value: 'P1' },
            { scheme: 'service', value: 'pay' },
          ],
        },
      }),
    );
  });

  it('are counted, those with the most events first', async () => {
    const { body } = await portal.get('zhao', WAITING);
    expect(body.total).toBe(4);
    expect(body.items[0]).toEqual({
      ...JOB,
      events: 2,
      sources: [{ source: 'ci', events: 2 }],
      lastType: 'test.event',
      lastReceivedAt: START,
      entityRefs: [],
    });
    expect(
      body.items.map(({ value, events }: any) => [value, events]).slice(1),
    ).toEqual([
      ['P1', 1],
      ['pay', 1],
      ['acme/other', 1],
    ]);
  });

  it('come in pages', async () => {
    const { body } = await portal.get('zhao', `${WAITING}?limit=1&offset=3`);
    expect(body.items).toEqual([
      expect.objectContaining({ value: 'acme/other' }),
    ]);
    expect(body.total).toBe(4);
    const beyond = await portal.get('zhao', `${WAITING}?offset=4`);
    expect(beyond.body).toEqual({ items: [], total: 4 });
    expect((await portal.get('zhao', `${WAITING}?limit=0`)).status).toBe(400);
  });

  it('list their events', async () => {
    const { body } = await portal.get(
      'zhao',
      '/v1/operations/unmapped?scheme=service&value=pay',
    );
    expect(body.items).toMatchObject([{ id: 'i1', source: 'ci' }]);
    const half = await portal.get('zhao', '/v1/operations/unmapped?scheme=x');
    expect(half.status).toBe(400);
    const all = await portal.get('zhao', '/v1/operations/unmapped');
    expect(all.body.items).toHaveLength(4);
  });

  it('say whose they are where the source may not speak for them', async () => {
    const { knex } = portal;
    const { seq, source_id: id } = await knex('unmapped_event').first('*');
    await knex('unmapped_event').insert({
      scheme: 'jenkins-job',
      value: 'closed/job',
      seq,
      source_id: id,
    });
    const { body } = await portal.get('zhao', WAITING);
    expect(
      body.items.find(({ value }: any) => value === 'closed/job'),
    ).toMatchObject({ entityRefs: [ENTITY] });
    await knex('unmapped_event').where({ value: 'closed/job' }).delete();
  });
});
