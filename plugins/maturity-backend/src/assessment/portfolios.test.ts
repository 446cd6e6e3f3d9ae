import { MATURITY_MODEL_ANNOTATION } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import {
  component,
  correction,
  entityId,
  knowEntities,
} from '../facts/__testUtils__/events';
import type { ModelPack } from '../models';
import { createPortal } from '../__testUtils__/createPortal';
import {
  built,
  createScene,
  DAY_MS,
  HOUR_MS,
  START,
  type Scene,
} from './__testUtils__/scene';
import { recompute } from './recompute';

const MODEL = 'group';
const text = (en: string) => ({ en, 'zh-CN': en });

function share(level: number, threshold: string) {
  return {
    id: `share-${level}`,
    level,
    title: text('Services with CI'),
    guidance: text('Give each service a pipeline'),
    effort: 'M',
    provenance: { kind: 'inferred', source: 'test' },
    kind: 'metric',
    metric: 'services-with-continuous-integration',
    statistic: 'value',
    operator: '>=',
    threshold,
    onNone: 'undecided',
  };
}

const pack: ModelPack = {
  file: 'group.yaml',
  yaml: JSON.stringify({
    id: MODEL,
    version: '1',
    effectiveFrom: '2021-01-01',
    title: text('Group'),
    description: text('Group'),
    attribution: text('Ours'),
    levels: [1, 2, 3, 4].map(level => ({ level, title: text(`${level}`) })),
    children: [
      {
        id: 'ci',
        title: text('CI'),
        description: text('CI'),
        criteria: [share(2, '50%'), share(3, '100%'), share(4, '100%')],
      },
    ],
  }),
};

const payments = component('payments', { [MATURITY_MODEL_ANNOTATION]: MODEL });

/** A run of the trunk of the other service. */
function neighbourBuilt(id: string, at: number) {
  const told = built(id, at);
  told.event.entityRef = 'component:default/checkout';
  return told;
}

describe.each(CONTRACT_DATABASES)('what other services do, on %s', name => {
  const databases = contractDatabases();
  let knex: Knex;
  let scene: Scene;

  beforeEach(async () => {
    knex = await databases.create(name);
    scene = await createScene(knex, { packs: [pack] });
    await knowEntities(knex, [payments, component('checkout')]);
    await scene.ingest(built('mine', START - DAY_MS));
    await scene.worker.runDue();
  });

  const level = async () =>
    (await scene.assessment(undefined, MODEL))?.measured as number | undefined;
  const causes = async () =>
    (await scene.changeRows(undefined, MODEL)).map(row => row.cause);

  it('counts from the next midnight on, without an event of the own', async () => {
    expect(await level()).toBe(2);
    await scene.ingest(neighbourBuilt('theirs', START + HOUR_MS));
    scene.setTime(START + 2 * HOUR_MS);
    await scene.worker.runDue();
    await scene.worker.assessNow(
      await entityId(knex, 'component:default/payments'),
    );
    expect(await level()).toBe(2);

    scene.setTime(START + DAY_MS);
    await scene.worker.runDue();
    expect(await level()).toBe(4);
    expect(await causes()).toEqual(['first', 'portfolio']);
  });

  it('is said by the page, with whose number it is', async () => {
    const portal = createPortal(scene);
    const response = await portal.get(
      'lin',
      '/v1/entities/component/default/payments/metrics?metrics=services-with-continuous-integration',
    );
    expect(response.body.items).toEqual([
      expect.objectContaining({
        ...{ status: 'ok', value: 0.5, numerator: 1, denominator: 2 },
        ...{ unknown: 1, portfolio: { owner: 'group:default/team-a' } },
      }),
    ]);
    const series = await portal.get(
      'lin',
      '/v1/entities/component/default/payments/metrics/services-with-continuous-integration/series?bucket=week',
    );
    expect(series.status).toBe(200);
    expect(
      series.body.points.map(({ value }: { value?: number }) => value),
    ).toContain(0.5);
    const changes = await portal.get(
      'lin',
      '/v1/entities/component/default/payments/scorecard',
    );
    expect(changes.status).toBe(200);
  });

  it('can be told again for every day, whatever people leave out since', async () => {
    await scene.ingest(neighbourBuilt('theirs', START - 2 * DAY_MS));
    for (const day of [1, 2, 3]) {
      scene.setTime(START + day * DAY_MS);
      if (day === 2) {
        await scene.ingest(
          correction({
            ...{ id: 'out', kind: 'run', key: 'theirs', exclude: true },
            event: { entityRef: 'component:default/checkout' },
          }),
        );
      }
      await scene.worker.runDue();
    }
    expect(await level()).toBe(2);
    const changes = await scene.changeRows(undefined, MODEL);
    expect(changes.map(({ cause }) => cause)).toEqual([
      ...['first', 'portfolio', 'portfolio'],
    ]);
    for (const row of changes) {
      const again = await recompute(scene.context, {
        entityRef: 'component:default/payments',
        model: MODEL,
        asOf: Number(row.as_of),
        knownAt: Number(row.known_at),
      });
      expect(again!.verdicts[0].verdict.root.levels.measured).toBe(
        row.measured,
      );
    }
  });
});
