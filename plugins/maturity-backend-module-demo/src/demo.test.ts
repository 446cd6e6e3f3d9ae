import { TestDatabases } from '@backstage/backend-test-utils';
// The demo goes over HTTP; only tests need the backend itself.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import maturityPlugin from '@devops-scorecards/plugin-maturity-backend';
import type { Scorecard } from '@devops-scorecards/plugin-maturity-common';
import {
  eventually,
  startDemoBackend,
  type DemoBackend,
} from './__testUtils__/startDemoBackend';
import { maturityModuleDemo } from './load/module';
import { readDemoEntities } from './catalog/readDemoEntities';

jest.setTimeout(240_000);

const WALKTHROUGH = 'component:default/walkthrough';

/** What the scorecard says of each sub-item, by its id. */
function measuredOf(scorecard: Scorecard): Record<string, number | undefined> {
  const measured: Record<string, number | undefined> = {};
  const visit = (node: Scorecard['root']) => {
    if (node.criteria) measured[node.id] = node.levels.measured;
    node.children?.forEach(visit);
  };
  visit(scorecard.root);
  return measured;
}

describe('the demo in a running backend', () => {
  // The browser tests tell the same story on the SQLite of the demo portal.
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

  it('puts walkthrough one criterion short of level 3, and one event moves it', async () => {
    const backend = await startDemoBackend({
      knex: await databases.init('POSTGRES_18'),
      entities: await readDemoEntities(),
      features: [maturityPlugin, maturityModuleDemo],
    });
    const { client, baseUrl } = backend;
    const scorecard = () =>
      client.getScorecard({ entityRef: WALKTHROUGH, model: 'caict-part3' });
    const deploy = async (execution: 'pipeline' | 'manual') => {
      const id = `by-hand-${execution}`;
      const source = 'https://ci.example.com/walkthrough';
      const type = 'dev.cdevents.service.deployed.0.3.0';
      const response = await fetch(`${baseUrl}/v1/events`, {
        method: 'POST',
        headers: {
          Authorization: backend.headerOf('external:ci'),
          'Content-Type': 'application/cloudevents+json',
        },
        body: JSON.stringify({
          specversion: '1.0',
          id,
          source,
          type,
          subject: 'walkthrough',
          entityref: WALKTHROUGH,
          datacontenttype: 'application/json',
          data: {
            context: {
              specversion: '0.5.1',
              id,
              source,
              type,
              timestamp: new Date().toISOString(),
            },
            subject: {
              id: 'walkthrough',
              content: {
                environment: { id: 'production' },
                artifactId:
                  'pkg:oci/walkthrough@sha256:0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa151f221d1e8de6817db93427',
              },
            },
            customData: { execution },
          },
        }),
      });
      expect(response.status).toBe(202);
      expect(await response.json()).toMatchObject({ stored: 1 });
    };

    await eventually(150_000, async () => {
      const [rate] = await client.getMeasurements({
        entityRef: WALKTHROUGH,
        metrics: ['automated-release-rate'],
      });
      expect(rate).toMatchObject({ status: 'ok', numerator: 18, n: 19 });
      const { root, gaps, generated } = await scorecard();
      expect(generated).toBe(true);
      expect(root.levels).toMatchObject({ measured: 2 });
      expect(gaps).toHaveLength(1);
    });
    const measured = measuredOf(await scorecard());
    expect(measured).toMatchObject({ 'BCI-CI-FP': 3, 'DRM-DRM-DM': 2 });
    expect(measured['DRM-DRM-DQ']).toBeGreaterThanOrEqual(4);

    await deploy('pipeline');
    await eventually(15_000, async () =>
      expect((await scorecard()).root.levels.measured).toBe(3),
    );
    await deploy('manual');
    await eventually(15_000, async () =>
      expect((await scorecard()).root.levels.measured).toBe(2),
    );

    await checkLevels(backend);
    // The last attestations and the second tool come at the end of the load.
    await eventually(60_000, () => checkCast(backend));
    await backend.stop();
  });
});

async function checkLevels({ client }: DemoBackend): Promise<void> {
  await eventually(30_000, async () => {
    const levels = await client.getLevels({
      entityRefs: [
        'component:default/statement-archive',
        'component:default/order-gateway',
        'component:default/smart-routing',
        'component:default/fund-transfer',
      ],
    });
    expect(
      Object.fromEntries(
        levels.map(({ entityRef, scorecard, level }) => [
          `${entityRef.split('/')[1]} ${scorecard}`,
          level,
        ]),
      ),
    ).toEqual({
      // What has no source is a target and not assessed.
      'statement-archive maturity': undefined,
      'statement-archive stability': undefined,
      'order-gateway maturity': 4,
      'order-gateway stability': 2,
      'smart-routing maturity': 3,
      'smart-routing stability': 3,
      'fund-transfer maturity': 1,
      'fund-transfer stability': 1,
    });
  });
}

/** What the cast list of docs/demo.md says. */
async function checkCast({ client }: DemoBackend): Promise<void> {
  const complete = await client.getScorecard({
    entityRef: 'component:default/smart-routing',
  });
  expect(complete.model.id).toBe('caict-part3');
  expect(complete.root.levels).toMatchObject({
    award: 3,
    measured: 3,
    decided: 15,
    total: 15,
  });

  const decisions = await client.listDecisions({
    entityRef: 'component:default/fund-transfer',
  });
  expect(decisions).toHaveLength(2);
  expect(decisions.find(({ state }) => state === 'proposed')).toMatchObject({
    author: 'user:default/lin',
    content: { criterionId: 'DRM-DRM-DP.documented-2' },
  });
  const expired = decisions.find(({ state }) => state === 'approved')!;
  expect(expired.decider).toBe('user:default/zhao');
  expect(expired.validTo).toBeLessThan(Date.now());

  const incidentsOf = async (name: string) =>
    client.getIncidents({ entityRef: `component:default/${name}` });
  const poor = await incidentsOf('fund-transfer');
  expect(poor.filter(({ age = 0 }) => age > 7 * 24 * 60 * 60_000)).toHaveLength(
    1,
  );
  const gateway = await incidentsOf('client-gateway');
  expect(
    gateway.filter(({ flags }) => flags.includes('also-reported')),
  ).toHaveLength(2);
  expect(new Set(gateway.map(({ fields }) => detectorOf(fields)))).toEqual(
    new Set(['monitoring', 'inspection', 'user', 'regulator']),
  );
  const hub = await incidentsOf('market-data-hub');
  expect(hub.every(({ flags }) => flags.includes('from-alerts'))).toBe(true);
  // The storm of 90 alerts, 30 of them critical, is one incident.
  expect(Math.max(...hub.map(({ alerts }) => alerts))).toBe(30);

  const [availability] = await client.getMeasurements({
    entityRef: 'component:default/reference-data',
    metrics: ['availability'],
  });
  expect(availability).toMatchObject({ status: 'ok', value: 1 });
}

function detectorOf(fields: object): unknown {
  return 'detectedBy' in fields ? fields.detectedBy : undefined;
}
