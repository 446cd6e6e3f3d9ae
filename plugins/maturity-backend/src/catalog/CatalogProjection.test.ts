import type { Entity } from '@backstage/catalog-model';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { Knex } from 'knex';
import { currentKnowledge } from '../database';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import { DatabaseEventStore } from '../facts';
import {
  component,
  countRows,
  deploymentEvent,
  entityId,
  incoming,
} from '../facts/__testUtils__/events';
import type { IncomingEvent } from '../ingest/EventStore';
import { CatalogProjection } from './CatalogProjection';

function system(name: string, domain?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name, namespace: 'default' },
    spec: { owner: 'team-a', ...(domain ? { domain } : {}) },
  };
}

describe.each(CONTRACT_DATABASES)('CatalogProjection on %s', name => {
  const databases = contractDatabases();
  let knex: Knex;
  let now: number;

  beforeEach(async () => {
    knex = await databases.create(name);
    now = 10_000;
  });

  afterEach(async () => {
    await knex.destroy();
  });

  function project(
    entities: Entity[],
    allows?: (source: string, entityRef: string) => boolean,
  ) {
    const catalog = catalogServiceMock({ entities });
    const projection = CatalogProjection.create({
      knex,
      catalog,
      auth: mockServices.auth(),
      logger: mockServices.logger.mock(),
      clock: () => now,
      allows,
    });
    return { projection, catalog };
  }

  const refresh = (...entities: Entity[]) =>
    project(entities).projection.refresh();

  const append = (...events: IncomingEvent[]) =>
    DatabaseEventStore.create({ knex }).append({
      source: { name: 'ci', entities: 'all' },
      events,
      receivedAt: 5_000,
    });

  const versions = () =>
    knex('entity_version')
      .join('entity', 'entity.id', 'entity_version.entity_id')
      .orderBy(['entity_version.seq', 'entity.id'])
      .select('entity.ref', 'removed', 'document', 'domain_ref', 'kind');

  const dueRefs = async () =>
    (
      await knex('due')
        .join('entity', 'entity.id', 'due.entity_id')
        .orderBy('entity.ref')
        .pluck('entity.ref')
    ).sort();

  it('keeps what the catalog says and adds a version only when it changes', async () => {
    expect(await refresh(component('a'), component('b'))).toEqual({
      changed: 2,
      mapped: 0,
    });
    expect(await dueRefs()).toEqual([
      'component:default/a',
      'component:default/b',
    ]);
    await knex('due').delete();
    const known = await currentKnowledge(knex);

    expect(await refresh(component('b'), component('a'))).toEqual({
      changed: 0,
      mapped: 0,
    });
    expect(await currentKnowledge(knex)).toBe(known);
    expect(await dueRefs()).toEqual([]);

    now = 20_000;
    expect(await refresh(component('a', { x: '1' }), component('b'))).toEqual({
      changed: 1,
      mapped: 0,
    });
    expect(await dueRefs()).toEqual(['component:default/a']);
    const rows = await versions();
    expect(rows.map(({ ref }) => ref)).toEqual([
      'component:default/a',
      'component:default/b',
      'component:default/a',
    ]);
    expect(JSON.parse(rows[2].document).metadata).toEqual({
      annotations: { x: '1' },
      name: 'a',
      namespace: 'default',
    });
  });

  it('does not take our own level for a change', async () => {
    await refresh(component('a'));
    const labelled = component('a', {
      'devops-scorecards.io/maturity-summary': 'starter@1 measured=2',
      'devops-scorecards.io/stability-summary': 'stability@1 measured=2',
    });
    labelled.metadata.labels = {
      'devops-scorecards.io/maturity-level': 'L2',
      'devops-scorecards.io/stability-level': 'L2',
    };
    expect((await refresh(labelled)).changed).toBe(0);
  });

  it('ends what is gone and takes it up when it comes back', async () => {
    await refresh(component('a'), component('b'));
    expect((await refresh(component('b'))).changed).toBe(1);
    expect((await refresh(component('b'))).changed).toBe(0);
    expect(await knex('alias').whereNull('closed_seq').pluck('value')).toEqual([
      'component:default/b',
    ]);
    const [stored] = await append(
      incoming({ eventId: '1', entityRef: 'component:default/a' }),
    );
    expect(stored.unmapped).toBe(true);
    const id = await entityId(knex, 'component:default/a');
    expect(await refresh(component('a'), component('b'))).toEqual({
      changed: 1,
      mapped: 1,
    });
    expect(await entityId(knex, 'component:default/a')).toBe(id);
    expect(
      (await versions()).map(({ ref, removed }) => [ref, removed]),
    ).toEqual([
      ['component:default/a', 0],
      ['component:default/b', 0],
      ['component:default/a', 1],
      ['component:default/a', 0],
    ]);
  });

  it('does not believe a catalog that lists nothing at all', async () => {
    await refresh(component('a'));
    expect((await refresh()).changed).toBe(0);
    expect(await knex('alias').whereNull('closed_seq').pluck('value')).toEqual([
      'component:default/a',
    ]);
  });

  it('opens and closes names as annotations come and go', async () => {
    const slug = { 'github.com/project-slug': 'acme/mono' };
    await refresh(component('a', slug));
    now = 20_000;
    await refresh(component('a', { 'devops-scorecards.io/pipeline': 'p' }));
    now = 30_000;
    await refresh(component('a', slug));
    const rows = await knex('alias')
      .whereNot({ scheme: 'entity' })
      .orderBy('seq')
      .orderBy('scheme');
    expect(
      rows.map(row => [
        row.value,
        Number(row.valid_from),
        row.valid_to && Number(row.valid_to),
        row.closed_seq && Number(row.closed_seq),
      ]),
    ).toEqual([
      ['github.com/acme/mono', 10_000, 20_000, 2],
      ['p', 20_000, 30_000, 3],
      ['github.com/acme/mono', 30_000, null, null],
    ]);
  });

  it('takes the domain of a component from its system', async () => {
    const member = component('a');
    member.spec = { ...member.spec, system: 'core' };
    await refresh(member, system('core', 'retail'));
    const domainOf = async (ref: string) =>
      (await versions()).filter(row => row.ref === ref).pop()?.domain_ref;
    expect(await domainOf('component:default/a')).toBe('domain:default/retail');
    expect(await domainOf('system:default/core')).toBe('domain:default/retail');
    expect((await refresh(member, system('core', 'trade'))).changed).toBe(2);
    expect(await domainOf('component:default/a')).toBe('domain:default/trade');
    const other = component('b');
    other.spec = { ...other.spec, system: 'core' };
    await project([other]).projection.refreshOne('component:default/b');
    expect(await domainOf('component:default/b')).toBe('domain:default/trade');
  });

  it('maps waiting events when a name appears', async () => {
    await refresh(component('a'), component('b'));
    await knex('due').delete();
    await append(
      deploymentEvent({
        id: '1',
        finishedAt: 1_000,
        event: {
          entityRef: undefined,
          aliases: [{ scheme: 'service', value: 'prod-a' }],
        },
      }),
      deploymentEvent({
        id: '2',
        finishedAt: 2_000,
        event: { entityRef: 'component:default/c' },
      }),
    );
    const annotated = component('a', {
      'devops-scorecards.io/service-id': 'prod-a',
    });
    expect(await refresh(annotated, component('b'))).toEqual({
      changed: 1,
      mapped: 1,
    });
    const seq = await currentKnowledge(knex);
    const id = await entityId(knex, 'component:default/a');
    const [attribution] = await knex('deployment_entity').select('*');
    expect([
      attribution.entity_id,
      Number(attribution.at),
      Number(attribution.seq),
    ]).toEqual([id, 1_000, seq]);
    const [binding] = await knex('source_binding').select('*');
    expect([
      binding.entity_id,
      Number(binding.since),
      Number(binding.seq),
    ]).toEqual([id, 1_000, seq]);
    expect(await dueRefs()).toEqual(['component:default/a']);
    expect(await countRows(knex)).toMatchObject({ unmapped_event: 1 });
    expect((await refresh(annotated, component('b'))).mapped).toBe(0);
  });

  it('asks for one entity that an event names', async () => {
    const asked: string[][] = [];
    const { projection, catalog } = project([component('a')]);
    await DatabaseEventStore.create({
      knex,
      onUnknownEntities: refs => asked.push(refs),
    }).append({
      source: { name: 'ci', entities: 'all' },
      events: [
        deploymentEvent({
          id: '1',
          finishedAt: 1,
          event: { entityRef: 'component:default/a' },
        }),
      ],
      receivedAt: 5_000,
    });
    expect(asked).toEqual([['component:default/a']]);
    const stream = jest.spyOn(catalog, 'streamEntities');
    expect(await projection.refreshOne('Component:default/A')).toBe(true);
    expect(await projection.refreshOne('component:default/nobody')).toBe(false);
    expect(stream).not.toHaveBeenCalled();
    expect(await countRows(knex)).toMatchObject({
      unmapped_event: 0,
      deployment_entity: 1,
      due: 1,
    });
  });

  it('does not map events past the allow list of their source', async () => {
    const event = (id: string, value: string) =>
      deploymentEvent({
        id,
        finishedAt: 1,
        event: {
          entityRef: undefined,
          aliases: [{ scheme: 'service', value }],
        },
      });
    await append(event('1', 'x'), event('2', 'y'));
    const entities = [
      component('a', { 'devops-scorecards.io/service-id': 'x' }),
      component('b', { 'devops-scorecards.io/service-id': 'y' }),
    ];
    const { projection } = project(
      entities,
      (source, ref) => source === 'ci' && ref === 'component:default/b',
    );
    expect((await projection.refresh()).mapped).toBe(1);
    expect(await countRows(knex)).toMatchObject({
      unmapped_event: 1,
      deployment_entity: 1,
    });
  });

  it('maps more events than go into one piece', async () => {
    await append(
      ...[...Array(1_050).keys()].map(index =>
        deploymentEvent({ id: `${index}`, finishedAt: index }),
      ),
    );
    expect((await refresh(component('payments'))).mapped).toBe(1_050);
    expect(await countRows(knex)).toMatchObject({
      unmapped_event: 0,
      deployment_entity: 1_050,
    });
  });

  it('writes many entities with few statements', async () => {
    const entities = [...Array(1_200).keys()].map(index =>
      component(`c${index}`, { 'devops-scorecards.io/pipeline': `p${index}` }),
    );
    const queries: string[] = [];
    knex.on('query', ({ sql }) => queries.push(sql));
    expect((await refresh(...entities)).changed).toBe(1_200);
    expect(queries.length).toBeLessThan(60);
    queries.length = 0;
    expect((await refresh(...entities)).changed).toBe(0);
    expect(queries.length).toBeLessThan(5);
    expect((await refresh(...entities.slice(1))).changed).toBe(1);
  });

  it('joins a refresh that is under way', async () => {
    const { projection, catalog } = project([component('a')]);
    const stream = jest.spyOn(catalog, 'streamEntities');
    const [one, two] = await Promise.all([
      projection.refresh(),
      projection.refresh(),
    ]);
    expect(one).toBe(two);
    expect(stream).toHaveBeenCalledTimes(2); // systems, then all
    await projection.refresh();
    expect(stream).toHaveBeenCalledTimes(4);
  });
});
