import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
// The demo goes over HTTP; only the test needs the backend itself.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import maturityPlugin from '@devops-scorecards/plugin-maturity-backend';
import {
  MaturityClient,
  type Scorecard,
} from '@devops-scorecards/plugin-maturity-common';
import { maturityModuleDemo } from './load/module';
import { readDemoEntities } from './catalog/readDemoEntities';

jest.setTimeout(180_000);

const WALKTHROUGH = 'component:default/walkthrough';

const serviceHeader = (subject: string) =>
  mockCredentials.service.header({
    onBehalfOf: mockCredentials.service(subject),
    targetPluginId: 'maturity',
  });

async function startWithDemo(knex: Awaited<ReturnType<TestDatabases['init']>>) {
  const entities = await readDemoEntities();
  const backend = await startTestBackend({
    features: [
      maturityPlugin,
      maturityModuleDemo,
      catalogServiceMock.factory({ entities }),
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: {
          maturity: {
            timeZone: 'Asia/Shanghai',
            demo: { enabled: true },
            sources: {
              ci: {
                callers: ['plugin:maturity', 'external:ci'],
                entities: ['component:default/*'],
                environments: {
                  production: ['production'],
                  staging: ['staging'],
                },
              },
            },
          },
        },
      }),
    ],
  });
  const address = backend.server.address();
  const port = typeof address === 'object' ? address?.port : address;
  const baseUrl = `http://localhost:${port}/api/maturity`;
  const client = new MaturityClient({
    discoveryApi: { getBaseUrl: async () => baseUrl },
    fetchApi: {
      fetch: (input, init) =>
        fetch(input, {
          ...init,
          headers: {
            ...init?.headers,
            Authorization: mockCredentials.user.header(),
          },
        }),
    },
  });
  return { stop: () => backend.stop(), client, baseUrl };
}

async function eventually<T>(within: number, attempt: () => Promise<T>) {
  const deadline = Date.now() + within;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }
}

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
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  it.each(databases.eachSupportedId())(
    'puts walkthrough one criterion short of level 3, and one event moves it, %s',
    async (databaseId: TestDatabaseId) => {
      const { stop, client, baseUrl } = await startWithDemo(
        await databases.init(databaseId),
      );
      const scorecard = () =>
        client.getScorecard({ entityRef: WALKTHROUGH, model: 'caict-part3' });
      const deploy = async (execution: 'pipeline' | 'manual') => {
        const id = `by-hand-${execution}`;
        const source = 'https://ci.example.com/walkthrough';
        const type = 'dev.cdevents.service.deployed.0.3.0';
        const response = await fetch(`${baseUrl}/v1/events`, {
          method: 'POST',
          headers: {
            Authorization: serviceHeader('external:ci'),
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
                  artifactId: 'pkg:oci/walkthrough@sha256%3A0b31b1c0',
                },
              },
              customData: { execution },
            },
          }),
        });
        expect(response.status).toBe(202);
        expect(await response.json()).toMatchObject({ stored: 1 });
      };

      await eventually(90_000, async () => {
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

      // What has no source is a target and not assessed.
      await eventually(15_000, async () => {
        const levels = await client.getLevels({
          entityRefs: [
            'component:default/statement-archive',
            'component:default/order-gateway',
          ],
        });
        expect(
          Object.fromEntries(
            levels.map(({ entityRef, level }) => [entityRef, level]),
          ),
        ).toEqual({
          'component:default/statement-archive': undefined,
          'component:default/order-gateway': 4,
        });
      });
      await stop();
    },
  );
});
