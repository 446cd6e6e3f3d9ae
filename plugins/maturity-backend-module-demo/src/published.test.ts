import {
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
// The demo goes over HTTP; only tests need the backend itself.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import maturityPlugin from '@devops-scorecards/plugin-maturity-backend';
import {
  readPublishedAssessment,
  type Measurement,
  type PublishedAssessment,
  type Scorecard,
  type Statistic,
  type TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import { FIGURES, SUB_ITEMS } from './__testUtils__/publishedFigures';
import {
  startDemoBackend,
  type DemoBackend,
} from './__testUtils__/startDemoBackend';
import { readDemoEntities } from './catalog/readDemoEntities';
import { generatePublishedCase, PUBLISHED_PLANS } from './domain';

jest.setTimeout(240_000);

function statisticOf(
  { status, value, distribution, metric }: Measurement,
  statistic: Statistic = 'value',
): number {
  const read =
    statistic === 'value'
      ? value
      : distribution?.[statistic as keyof typeof distribution];
  if (status !== 'ok' || read === undefined) {
    throw new Error(`${metric} is ${status}`);
  }
  return read;
}

function windowOf(span: { from: string; to: string }): TimeWindow {
  return { from: Date.parse(span.from), to: Date.parse(span.to) };
}

function subItemsOf(scorecard: Scorecard): Map<string, Scorecard['root']> {
  const found = new Map<string, Scorecard['root']>();
  const visit = (node: Scorecard['root']) => {
    if (node.criteria) found.set(node.id, node);
    node.children?.forEach(visit);
  };
  visit(scorecard.root);
  return found;
}

describe('the published cases in a running backend', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
  let entities: Entity[];

  beforeAll(async () => {
    entities = await readDemoEntities();
  });

  function publishedOf(name: string): PublishedAssessment {
    const entity = entities.find(({ metadata }) => metadata.name === name)!;
    const { published, problem } = readPublishedAssessment(entity);
    if (!published) throw new Error(problem ?? `${name} is not published`);
    return published;
  }

  async function figuresOf(
    backend: DemoBackend,
    name: string,
    window: TimeWindow,
  ): Promise<Map<string, Measurement>> {
    const measurements = await backend.client.getMeasurements({
      entityRef: `component:default/${name}`,
      window,
    });
    return new Map(measurements.map(found => [found.metric, found]));
  }

  async function checkFigures(backend: DemoBackend, name: string) {
    const { compare, asOf } = publishedOf(name);
    const { window } = await backend.client.getScorecard({
      entityRef: `component:default/${name}`,
      asOf: Date.parse(asOf!),
    });
    const after = await figuresOf(backend, name, window);
    const before =
      compare && (await figuresOf(backend, name, windowOf(compare.before)));
    if (compare) {
      // The banner's link and the comparison show the same.
      expect(windowOf(compare.after)).toEqual(window);
    }
    for (const figure of FIGURES[name]) {
      const { metric, statistic, read } = figure;
      expect({
        metric,
        is: read(statisticOf(after.get(metric)!, statistic)),
      }).toEqual({ metric, is: figure.after });
      if (figure.before) {
        const readBefore = figure.before.read ?? read;
        expect({
          metric,
          was: readBefore(statisticOf(before!.get(metric)!, statistic)),
        }).toEqual({ metric, was: figure.before.is });
      }
    }
    return after;
  }

  async function checkLevels(backend: DemoBackend, name: string) {
    const { asOf, level } = publishedOf(name);
    const scorecard = await backend.client.getScorecard({
      entityRef: `component:default/${name}`,
      asOf: Date.parse(asOf!),
    });
    const { award, potential } = scorecard.root.levels;
    expect(scorecard.model.id).toBe('caict-part3');
    expect(scorecard.generated).toBe(true);
    if (level !== undefined) {
      expect(award).toBeLessThanOrEqual(level);
      expect(potential).toBeGreaterThanOrEqual(level);
    }
    const subItems = subItemsOf(scorecard);
    for (const [id, measured] of Object.entries(SUB_ITEMS[name])) {
      expect({ id, measured: subItems.get(id)?.levels.measured }).toEqual({
        id,
        measured,
      });
    }
    const failing = [...subItems.values()].flatMap(({ criteria = [] }) =>
      criteria
        .filter(
          ({ criterion, result }) =>
            result.outcome === 'fail' && criterion.level <= (level ?? 3),
        )
        .map(({ criterion }) => criterion.id),
    );
    expect(failing).toEqual([]);
    return subItems;
  }

  it('speak of every figure of their annotation', () => {
    for (const { name } of PUBLISHED_PLANS) {
      const metrics = publishedOf(name).figures.map(({ metric }) => metric);
      expect(metrics).toEqual(FIGURES[name].map(({ metric }) => metric));
    }
    const annotated = entities.filter(({ metadata }) =>
      metadata.tags?.includes('published-case'),
    );
    expect(annotated).toHaveLength(10);
    for (const { metadata } of annotated) {
      const told = Object.hasOwn(FIGURES, metadata.name);
      expect([
        metadata.name,
        publishedOf(metadata.name).asOf !== undefined,
      ]).toEqual([metadata.name, told]);
    }
  });

  it('have their published figures, and none claims too much', async () => {
    const backend = await startDemoBackend({
      knex: await databases.init('SQLITE_3'),
      entities,
      features: [maturityPlugin],
    });
    for (const plan of PUBLISHED_PLANS) {
      await backend.send(generatePublishedCase(plan));
    }
    for (const { name } of PUBLISHED_PLANS) {
      const after = await checkFigures(backend, name);
      expect(after.get('integrations-per-developer')).toMatchObject({
        status: 'insufficient',
        needs: ['team-size'],
      });
      expect(after.get('incidents')?.status).toBe('no-source');
      expect(after.get('red-build-fix-time')!.n).toBeGreaterThanOrEqual(5);
      const subItems = await checkLevels(backend, name);
      expect(subItems.get('BCI-CI-IF')?.levels.award).toBeLessThan(3);
      // Its sources ended with the period: of today nothing is claimed.
      const entityRef = `component:default/${name}`;
      const today = await backend.client.getMeasurements({ entityRef });
      expect(new Set(today.map(({ status }) => status))).toEqual(
        new Set(['no-source']),
      );
    }
    for (const name of ['agile-trading-app', 'managed-outsourcing']) {
      const measured = await backend.client.getMeasurements({
        entityRef: `component:default/${name}`,
      });
      expect(new Set(measured.map(({ status }) => status))).toEqual(
        new Set(['no-source']),
      );
    }
    await backend.stop();
  });

  it.each(databases.eachSupportedId().filter(([id]) => id !== 'SQLITE_3'))(
    'has the figures of Zhangzheng-Bao, too, %s',
    async (databaseId: TestDatabaseId) => {
      const [plan] = PUBLISHED_PLANS.filter(
        ({ name }) => name === 'zhangzheng-bao',
      );
      const backend = await startDemoBackend({
        knex: await databases.init(databaseId),
        entities,
        features: [maturityPlugin],
      });
      await backend.send(generatePublishedCase(plan));
      const after = await checkFigures(backend, plan.name);
      expect(after.get('integrations-per-day')).toMatchObject({
        numerator: 399,
        denominator: 61,
      });
      await checkLevels(backend, plan.name);
      await backend.stop();
    },
  );
});
