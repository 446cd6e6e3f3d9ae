import { nextMidnight } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import {
  component,
  entityId,
  knowEntities,
} from '../facts/__testUtils__/events';
import {
  createPaymentsScene,
  createScene,
  DAY_MS,
  deployed,
  ENTITY,
  HOUR_MS,
  MINUTE_MS,
  MODEL,
  payments,
  START,
  TIME_ZONE,
} from './__testUtils__/scene';
import { markOutdated } from './markOutdated';

jest.setTimeout(60_000);

const databases = contractDatabases();

describe.each(CONTRACT_DATABASES)('AssessmentWorker on %s', database => {
  let knex: Knex;

  beforeEach(async () => {
    knex = await databases.create(database);
  });

  it('raises the level with one event and lowers it with another', async () => {
    const scene = await createPaymentsScene(knex);
    expect(await scene.assessment()).toMatchObject({
      measured: 2,
      award: 2,
      is_primary: 1,
    });
    expect(scene.published).toEqual([[ENTITY]]);

    scene.setTime(START + MINUTE_MS);
    await scene.ingest(deployed('up', START + MINUTE_MS - 1));
    await scene.worker.runDue();
    expect(await scene.assessment()).toMatchObject({ measured: 3 });

    scene.setTime(START + 2 * MINUTE_MS);
    await scene.ingest(
      deployed('down', START + 2 * MINUTE_MS - 1, { execution: 'manual' }),
    );
    await scene.worker.runDue();
    expect(await scene.assessment()).toMatchObject({ measured: 2 });

    const rows = await scene.changeRows();
    expect(rows.map(row => [row.cause, row.measured])).toEqual([
      ['first', 2],
      ['event', 3],
      ['event', 2],
    ]);
    expect(scene.published).toEqual([[ENTITY], [ENTITY], [ENTITY]]);
    expect(
      scene.changes.map(({ level, change, notify }) => [
        level.level,
        change.cause.event?.id,
        notify,
      ]),
    ).toEqual([
      [2, undefined, false],
      [3, 'up', true],
      [2, 'down', true],
    ]);
    const verdicts = await knex('verdict').where({
      entity_id: await entityId(knex, ENTITY),
    });
    // Nodes and criteria of both models that apply, each once.
    expect(verdicts.length).toBeGreaterThan(20);
  });

  it('stores no change where only a value changes', async () => {
    const scene = await createPaymentsScene(knex);
    scene.setTime(START + MINUTE_MS);
    // 18 of 20: still below.
    await scene.ingest(
      deployed('manual', START + MINUTE_MS - 1, { execution: 'manual' }),
    );
    await scene.worker.runDue();
    expect(await scene.changeRows()).toHaveLength(1);
    expect(scene.published).toHaveLength(1);
    const { document } = await knex('measurement').first('document');
    expect(JSON.parse(document)['automated-release-rate'].n).toBe(20);
  });

  it('is due again at midnight and follows the window', async () => {
    const scene = await createPaymentsScene(knex);
    const midnight = nextMidnight(START, TIME_ZONE);
    expect(Number((await knex('due').first()).due_at)).toBe(midnight);

    // In 71 days the window no longer holds the deployments, except few.
    scene.setTime(START + 85 * DAY_MS);
    await scene.worker.runDue();
    const rows = await scene.changeRows();
    expect(rows[rows.length - 1]).toMatchObject({
      cause: 'time',
      cause_seq: null,
    });
    expect(rows.length).toBe(2);
  });

  it('waits for facts that lie in the future', async () => {
    const scene = await createPaymentsScene(knex);
    await scene.ingest(deployed('ahead', START + 2 * MINUTE_MS));
    await scene.worker.runDue();
    expect(await scene.assessment()).toMatchObject({ measured: 2 });
    expect(Number((await knex('due').first()).due_at)).toBe(
      START + 2 * MINUTE_MS + 1,
    );
    scene.setTime(START + 2 * MINUTE_MS + 1);
    await scene.worker.runDue();
    expect(await scene.assessment()).toMatchObject({ measured: 3 });
    await scene.worker.stop();
  });

  it('names the event of the entity, not of its neighbours in a batch', async () => {
    const scene = await createPaymentsScene(knex);
    await knowEntities(knex, [component('other')]);
    scene.setTime(START + MINUTE_MS);
    const own = deployed('own', START + MINUTE_MS - 2);
    const others = deployed('others', START + MINUTE_MS - 1);
    others.event.entityRef = 'component:default/other';
    await scene.ingest(own, others);
    await scene.worker.runDue();
    expect(scene.changes.at(-1)?.change.cause.event?.id).toBe('own');
  });

  it('marks late knowledge as restated', async () => {
    const scene = await createPaymentsScene(knex);
    scene.setTime(START + MINUTE_MS);
    await scene.ingest(deployed('late', START - 3 * DAY_MS));
    await scene.worker.runDue();
    const rows = await scene.changeRows();
    expect(rows[1]).toMatchObject({ cause: 'restated', measured: 3 });
    expect(scene.changes[1].notify).toBe(false);
  });

  it('follows the catalog', async () => {
    const scene = await createPaymentsScene(knex);
    expect(await scene.assessment(ENTITY, 'starter')).toBeDefined();
    const { spec, ...rest } = payments;
    scene.setTime(START + MINUTE_MS);
    await knowEntities(knex, [{ ...rest, spec: { ...spec, owner: '' } }]);
    await scene.worker.runDue();
    const rows = await scene.changeRows(ENTITY, 'starter');
    expect(rows.length).toBeGreaterThan(1);
    expect(rows[rows.length - 1].cause).toBe('catalog');
  });

  it('judges again when a model version comes', async () => {
    const packs = (version: string, threshold: string) => [
      {
        file: 'test.yaml',
        yaml: `
id: ${MODEL}
version: '${version}'
effectiveFrom: '2021-01-01'
title: { en: T, zh-CN: T }
description: { en: T, zh-CN: T }
attribution: { en: T, zh-CN: T }
target: { kinds: [Component] }
levels:
  - { level: 1, title: { en: one, zh-CN: 一 } }
  - { level: 2, title: { en: two, zh-CN: 二 } }
children:
  - id: item
    title: { en: T, zh-CN: T }
    description: { en: T, zh-CN: T }
    criteria:
      - id: rate
        level: 2
        kind: metric
        metric: automated-release-rate
        statistic: value
        operator: '>='
        threshold: ${threshold}
        onNone: undecided
        effort: S
        title: { en: T, zh-CN: T }
        guidance: { en: T, zh-CN: T }
        provenance: { kind: inferred, source: test, note: { en: T, zh-CN: T } }
`,
      },
    ];
    await createPaymentsScene(knex, { packs: packs('1', '90%') });
    const scene = await createScene(knex, { packs: packs('2', '99%') });
    expect(await markOutdated(knex, { now: START })).toBe(1);
    await scene.worker.runDue();
    expect(await markOutdated(knex, { now: START })).toBe(0);
    const rows = await scene.changeRows();
    expect(rows.map(row => [row.cause, row.measured])).toEqual([
      ['first', 2],
      ['model', 1],
    ]);
    const nodes = await knex('verdict')
      .join('model_node', 'model_node.id', 'verdict.node_id')
      .distinct('model_version_id');
    expect(nodes).toHaveLength(1);
  });

  it('loses nothing with a process', async () => {
    const scene = await createPaymentsScene(knex);
    scene.setTime(START + MINUTE_MS);
    await scene.ingest(deployed('up', START + MINUTE_MS - 1));
    // A process claims it and dies.
    await knex('due').update({ claimed_until: START + 2 * MINUTE_MS });
    await scene.worker.runDue();
    expect(await scene.assessment()).toMatchObject({ measured: 2 });

    const restarted = scene.createWorker();
    if (database === 'PostgreSQL') {
      scene.setTime(START + 2 * MINUTE_MS);
    }
    await restarted.start();
    await restarted.runDue();
    expect(await scene.assessment()).toMatchObject({ measured: 3 });
    await restarted.stop();
  });

  it('keeps the mark of an event that comes in the middle', async () => {
    const scene = await createPaymentsScene(knex);
    scene.setTime(START + MINUTE_MS);
    await scene.ingest(
      deployed('first', START + MINUTE_MS - 2, { execution: 'manual' }),
    );
    const worker = scene.createWorker();
    const running = worker.runDue();
    await scene.ingest(
      ...[1, 2, 3].map(index =>
        deployed(`more${index}`, START + MINUTE_MS - 1),
      ),
      ...Array.from({ length: 20 }, (_, index) =>
        deployed(`even-more${index}`, START + MINUTE_MS - 1),
      ),
    );
    await running;
    await worker.runDue();
    expect(await scene.assessment()).toMatchObject({ measured: 3 });
    const due = await knex('due').first();
    expect(Number(due.due_at)).toBe(nextMidnight(START, TIME_ZONE));
    expect(Number(due.claimed_until)).toBe(0);
  });

  it('puts off an entity that fails, without holding up the others', async () => {
    const scene = await createScene(knex);
    await knowEntities(knex, [payments, component('broken')]);
    const brokenId = await entityId(knex, 'component:default/broken');
    await knex('entity_version')
      .where({ entity_id: brokenId })
      .update({ document: 'not json' });
    await scene.worker.runDue();
    expect(await scene.assessment()).toBeDefined();
    const due = await knex('due').where({ entity_id: brokenId }).first();
    expect(Number(due.due_at)).toBe(START + 30_000);
    expect(scene.logger.error).toHaveBeenCalledWith(
      expect.stringContaining('component:default/broken'),
      expect.anything(),
    );

    scene.setTime(START + 30_000);
    await scene.worker.runDue();
    const again = await knex('due').where({ entity_id: brokenId }).first();
    expect(Number(again.due_at)).toBe(START + 90_000);
    await scene.worker.stop();
  });

  it('keeps listeners apart', async () => {
    const scene = await createPaymentsScene(knex, {
      listeners: [
        {
          onLevelChange: async () => {
            throw new Error('listener');
          },
        },
      ],
    });
    expect(scene.changes).toHaveLength(1);
    expect(scene.logger.error).toHaveBeenCalledWith(
      expect.stringContaining(ENTITY),
      expect.objectContaining({ message: 'listener' }),
    );
    expect(await scene.assessment()).toBeDefined();
  });

  it('forgets an entity that the catalog has lost', async () => {
    const scene = await createPaymentsScene(knex);
    const id = await entityId(knex, ENTITY);
    await knex('entity_version').insert({
      ...(await knex('entity_version').where({ entity_id: id }).first()),
      seq: 900,
      removed: 1,
    });
    await knex('knowledge').update({ seq: 900 });
    await knex('due').update({ due_at: START });
    await scene.worker.runDue();
    expect(await knex('assessment')).toEqual([]);
    expect(await knex('verdict')).toEqual([]);
    expect(await knex('due')).toEqual([]);
    expect(await scene.changeRows()).toHaveLength(1);
  });

  it('assesses one entity on demand', async () => {
    const scene = await createPaymentsScene(knex);
    scene.setTime(START + HOUR_MS);
    await scene.worker.assessNow(await entityId(knex, ENTITY));
    const { as_of } = await scene.assessment();
    expect(Number(as_of)).toBe(START + HOUR_MS);
  });
});

describe('two AssessmentWorkers on PostgreSQL', () => {
  it('never assess the same row at once', async () => {
    const knex = await databases.create('PostgreSQL');
    const scene = await createScene(knex);
    const names = Array.from({ length: 60 }, (_, index) => `c${index}`);
    await knowEntities(
      knex,
      names.map(name => component(name, payments.metadata.annotations ?? {})),
    );
    const workers = [scene.createWorker(), scene.createWorker()];
    await Promise.all(workers.map(worker => worker.runDue()));
    // Every assessment of a fresh entity is a first one; a second would show.
    const rows = await knex('verdict_change')
      .where({ model: MODEL })
      .groupBy('entity_id')
      .select('entity_id')
      .count({ count: '*' });
    expect(rows).toHaveLength(60);
    expect(rows.every(row => Number(row.count) === 1)).toBe(true);
    expect(scene.published.flat().sort()).toEqual(
      names.map(name => `component:default/${name}`).sort(),
    );
  });
});
