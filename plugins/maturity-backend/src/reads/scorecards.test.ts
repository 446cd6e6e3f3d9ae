import {
  RECOVERY_TIME_OBJECTIVE_ANNOTATION,
  SESSION_CALENDAR_ANNOTATION,
  TEAM_SIZE_ANNOTATION,
} from '@devops-scorecards/plugin-maturity-common';
import { attest } from '../assessment/__testUtils__/attest';
import {
  createScene,
  DAY_MS,
  ENTITY,
  HOUR_MS,
  MINUTE_MS,
  START,
  testPacks,
  type Scene,
} from '../assessment/__testUtils__/scene';
import {
  STABILITY_ANNOTATIONS,
  STABILITY_MODEL,
  stabilityPack,
} from '../assessment/__testUtils__/stabilityPack';
import { contractDatabases } from '../database/__testUtils__/contractDatabases';
import {
  component,
  factEvent,
  knowEntities,
} from '../facts/__testUtils__/events';
import { EntityReader } from './EntityReader';
import { HistoryReader } from './HistoryReader';
import { LevelReader } from './LevelReader';
import { LevelSeriesReader } from './LevelSeriesReader';
import { ScorecardReader } from './ScorecardReader';

jest.setTimeout(30_000);

const databases = contractDatabases();
const scorecard = 'stability';

describe('reads of two scorecards', () => {
  let scene: Scene;

  beforeAll(async () => {
    const knex = await databases.create('SQLite');
    scene = await createScene(knex, {
      packs: [...(await testPacks()), stabilityPack],
    });
    await knowEntities(knex, [
      component('payments', {
        ...STABILITY_ANNOTATIONS,
        [TEAM_SIZE_ANNOTATION]: 'six',
        [RECOVERY_TIME_OBJECTIVE_ANNOTATION]: '30m',
        [SESSION_CALENDAR_ANNOTATION]: 'moon',
      }),
      component('other'),
    ]);
    await attest(knex, { at: START - HOUR_MS, validTo: START + DAY_MS });
    await scene.ingest(
      ...[9, 8, 7].map(days =>
        factEvent({
          id: `i${days}`,
          kind: 'incident',
          key: `i${days}`,
          fields: {
            startedAt: START - days * DAY_MS,
            restoredAt: START - days * DAY_MS + HOUR_MS,
          },
        }),
      ),
    );
    await scene.worker.runDue();
    scene.setTime(START + MINUTE_MS);
  });

  const entities = async () => EntityReader.create({ knex: scene.knex });
  const payments = async () => (await (await entities()).find(ENTITY))!;

  it('answer a level for each', async () => {
    const known = await (
      await entities()
    ).list([ENTITY, 'component:default/other']);
    const levels = await LevelReader.create(scene).read(
      known.sort((a, b) => a.entityId - b.entityId),
    );
    expect(
      levels.map(item => [item.entityRef, item.scorecard, item.model]),
    ).toEqual([
      [ENTITY, 'maturity', 'starter'],
      [ENTITY, 'stability', STABILITY_MODEL],
      ['component:default/other', 'maturity', 'starter'],
    ]);
  });

  it('show the one that is asked for', async () => {
    const reader = ScorecardReader.create(scene);
    const entity = await payments();
    expect((await reader.read({ entity })).model).toMatchObject({
      id: 'starter',
      scorecard: 'maturity',
    });
    const stability = await reader.read({ entity, scorecard });
    expect(stability.model).toMatchObject({ id: STABILITY_MODEL, scorecard });
    expect(
      stability.applied.map(({ id, primary }) => [id, primary]),
    ).toContainEqual([STABILITY_MODEL, true]);
    const [, plan] = stability.root.children![0].criteria!;
    expect(plan).toMatchObject({
      result: { outcome: 'fail' },
      contradicted: true,
      others: [{ metric: 'incidents', value: 3 }],
      attestation: { state: 'approved', author: 'user:default/author' },
    });
    expect(plan).not.toHaveProperty('measurement.metric');
    expect(stability.problems!.map(({ annotation }) => annotation)).toEqual([
      TEAM_SIZE_ANNOTATION,
      SESSION_CALENDAR_ANNOTATION,
    ]);
    // The same from a recompute.
    const again = await reader.read({
      entity,
      scorecard,
      asOf: stability.asOf,
      knownAt: stability.knownAt,
    });
    expect(JSON.parse(JSON.stringify(again))).toEqual(
      JSON.parse(JSON.stringify(stability)),
    );
    const other = await (await entities()).find('component:default/other');
    await expect(reader.read({ entity: other!, scorecard })).rejects.toThrow(
      'No stability model applies to component:default/other: name one in its annotation devops-scorecards.io/stability-model',
    );
  });

  it('tell the history of the one that is asked for', async () => {
    const entity = await payments();
    const history = HistoryReader.create(scene);
    const [change] = await history.list({ entity, scorecard, limit: 5 });
    expect(change.model).toBe(STABILITY_MODEL);
    const explained = await history.explain({ entity, scorecard });
    expect(explained.change?.seq).toBe(change.seq);
    const { points } = await LevelSeriesReader.create(scene).read({
      entity,
      scorecard,
      knowledge: 'now',
      window: { from: START - 20 * DAY_MS, to: START },
    });
    expect(points[0].levels.measured).toBe(4);
    expect(points.at(-1)!.levels.measured).toBe(2);
  });
});
