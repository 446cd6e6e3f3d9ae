import type { Model } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { currentKnowledge } from '../database';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import { DatabaseModelStore } from './DatabaseModelStore';
import { exampleModel } from './__testUtils__/exampleModel';

const databases = contractDatabases();
const asOf = Date.parse('2026-11-20T00:00:00Z');
const target = { kinds: ['Component'] };
const first = exampleModel({ target });
const second = exampleModel({ target, version: '2' });

describe.each(CONTRACT_DATABASES)('DatabaseModelStore on %s', database => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.create(database);
  });

  function start(...models: Model[]): Promise<DatabaseModelStore> {
    return DatabaseModelStore.create({
      knex,
      models,
      timeZone: 'Asia/Shanghai',
      primaryModel: [],
    });
  }

  async function versionNow(store: DatabaseModelStore): Promise<string[]> {
    const knownAt = await currentKnowledge(knex);
    return store
      .inForce({ asOf, knownAt })
      .map(({ model }) => `${model.id}@${model.version}`);
  }

  it('registers a content once, however often it starts', async () => {
    await start(first);
    const known = await currentKnowledge(knex);
    const store = await start(first);
    expect(await currentKnowledge(knex)).toBe(known);
    expect(await knex('model_version').select('id')).toHaveLength(1);
    expect(await knex('model_node').select('id')).toHaveLength(4);
    expect(await versionNow(store)).toEqual(['example@1']);
  });

  it('registers once when several start at the same moment', async () => {
    const other = exampleModel({ id: 'other' });
    await Promise.all([1, 2, 3].map(() => start(first, other)));
    expect(await knex('model_version').select('id')).toHaveLength(2);
    expect(await knex('model_node').select('id')).toHaveLength(8);
  });

  it('keeps every version and answers by time and knowledge', async () => {
    const old = await start(first);
    const before = await currentKnowledge(knex);
    const store = await start({ ...second, effectiveFrom: '2026-11-01' });
    const after = await currentKnowledge(knex);
    const at = (time: string, knownAt: number) =>
      store
        .applicable({
          entity: { kind: 'Component' },
          asOf: Date.parse(time),
          knownAt,
        })
        .map(({ model, primary }) => [model.version, primary]);

    expect(after).toBeGreaterThan(before);
    expect(at('2026-11-20T00:00:00Z', after)).toEqual([['2', true]]);
    expect(at('2026-11-20T00:00:00Z', before)).toEqual([['1', true]]);
    // Midnight in Shanghai.
    expect(at('2026-10-31T16:00:00Z', after)).toEqual([['2', true]]);
    expect(at('2026-10-31T15:59:59Z', after)).toEqual([['1', true]]);
    expect(at('2025-01-01T00:00:00Z', after)).toEqual([]);

    expect(await versionNow(old)).toEqual(['example@1']);
    await Promise.all([old.refresh(), old.refresh()]);
    expect(await versionNow(old)).toEqual(['example@2']);
    expect(old.inForce({ asOf, knownAt: after })).toHaveLength(1);
  });

  it('goes back to an earlier content when the pack does', async () => {
    await start(first);
    await start(second);
    const store = await start(first);
    expect(await versionNow(store)).toEqual(['example@1']);
    expect(await knex('model_version').select('id')).toHaveLength(3);
  });

  it('keeps a version whose pack is gone, without applying it', async () => {
    const old = await start(first);
    const [{ modelVersionId, hash }] = old.inForce({ asOf, knownAt: 99 });
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    const store = await start(exampleModel({ id: 'other' }));
    expect(await versionNow(store)).toEqual(['other@1']);
    expect(await store.get(modelVersionId)).toEqual(
      JSON.parse(JSON.stringify(first)),
    );
  });

  it('takes a model that names no scorecard for one of maturity', async () => {
    const { scorecard: _, ...content } = first;
    await start(content as Model);
    const store = await start(exampleModel({ id: 'other' }));
    const [{ id }] = await knex('model_version').orderBy('id').select('id');
    expect(await store.get(id)).toMatchObject({ scorecard: 'maturity' });
  });

  it('applies one primary model on each scorecard', async () => {
    const store = await start(
      first,
      exampleModel({ id: 'a-stability', scorecard: 'stability', target }),
      exampleModel({
        id: 'a-companion',
        scorecard: 'stability',
        companion: true,
        target,
      }),
    );
    const knownAt = await currentKnowledge(knex);
    expect(
      store
        .applicable({ entity: { kind: 'Component' }, asOf, knownAt })
        .map(({ model, primary }) => [model.id, primary]),
    ).toEqual([
      ['example', true],
      ['a-stability', true],
      ['a-companion', false],
    ]);
  });

  it('finds what another replica registered, and nothing else', async () => {
    const store = await start(first);
    const other = await start(second);
    const [{ modelVersionId }] = other.inForce({ asOf, knownAt: 99 });
    expect((await store.get(modelVersionId)).version).toBe('2');
    await expect(store.get(4711)).rejects.toThrow(
      'There is no model version 4711',
    );
  });

  it('gives every node an id', async () => {
    const store = await start(first);
    const [{ modelVersionId }] = store.inForce({ asOf, knownAt: 99 });
    const idOf = await store.nodeIds(modelVersionId);
    const ids = [
      idOf('model', 'example'),
      idOf('group', 'group'),
      idOf('sub-item', 'item'),
      idOf('criterion', 'owner'),
    ];
    expect(new Set(ids).size).toBe(4);
    expect(
      await store.nodeIds(modelVersionId).then(id => id('group', 'group')),
    ).toBe(ids[1]);
    expect(() => idOf('criterion', 'item')).toThrow(
      `Model version ${modelVersionId} has no criterion "item"`,
    );
  });
});
