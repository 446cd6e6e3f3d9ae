import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  MATURITY_MODEL_ANNOTATION,
  type Scorecard,
} from '@devops-scorecards/plugin-maturity-common';
import {
  MATURITY_LEVEL_TOPIC,
  maturityLevelsExtensionPoint,
  maturityModelsExtensionPoint,
  type LevelChange,
} from '@devops-scorecards/plugin-maturity-node';
import type { Knex } from 'knex';
import request from 'supertest';
import { deliveryPack, MODEL } from './assessment/__testUtils__/deliveryPack';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from './database/__testUtils__/contractDatabases';
import { component } from './facts/__testUtils__/events';
import maturityPlugin from './index';

jest.setTimeout(30_000);

const databases = contractDatabases();
const DAY_MS = 86_400_000;
const BASE = '/api/maturity/v1/entities/component/default/payments';

const entity = component('payments', {
  [MATURITY_MODEL_ANNOTATION]: MODEL,
});

const deliveryModel = createBackendModule({
  pluginId: 'maturity',
  moduleId: 'delivery-model',
  register(env) {
    env.registerInit({
      deps: { models: maturityModelsExtensionPoint },
      async init({ models }) {
        models.addModelPack(deliveryPack);
      },
    });
  },
});

function start(options: {
  knex: Knex;
  config?: object;
  features?: Parameters<typeof startTestBackend>[0] extends infer O
    ? NonNullable<O extends { features?: infer F } ? F : never>
    : never;
}) {
  return startTestBackend({
    features: [
      maturityPlugin,
      deliveryModel,
      catalogServiceMock.factory({ entities: [entity] }),
      mockServices.database.factory({ knex: options.knex }),
      mockServices.rootConfig.factory({
        data: {
          maturity: {
            timeZone: 'Asia/Shanghai',
            sources: {
              ci: {
                callers: ['external:test-service'],
                entities: ['component:default/*'],
              },
            },
            ...options.config,
          },
        },
      }),
      ...(options.features ?? []),
    ],
  });
}

function serviceDeployed(
  id: string,
  time: number,
  execution: 'pipeline' | 'manual',
) {
  return {
    specversion: '1.0',
    id,
    source: '/ci/deployer',
    type: 'dev.cdevents.service.deployed.0.2.0',
    time: new Date(time).toISOString(),
    subject: 'payments',
    entityref: 'component:default/payments',
    datacontenttype: 'application/json',
    data: {
      context: {
        version: '0.4.1',
        id,
        source: '/ci/deployer',
        type: 'dev.cdevents.service.deployed.0.2.0',
        timestamp: new Date(time).toISOString(),
      },
      subject: {
        id: 'payments',
        source: '/ci/deployer',
        type: 'service',
        content: {
          environment: { id: 'production' },
          artifactId: 'pkg:oci/payments@sha256%3A0b31',
        },
      },
      customData: { execution },
      customDataContentType: 'application/json',
    },
  };
}

describe.each(CONTRACT_DATABASES)('maturityPlugin on %s', database => {
  it('turns an event into a level, within a second, across a restart', async () => {
    const knex = await databases.create(database);
    const published: string[][] = [];
    const heard: LevelChange[] = [];
    const listener = createBackendModule({
      pluginId: 'maturity',
      moduleId: 'listener',
      register(env) {
        env.registerInit({
          deps: {
            events: eventsServiceRef,
            levels: maturityLevelsExtensionPoint,
          },
          async init({ events, levels }) {
            levels.addListener({
              onLevelChange: async change => void heard.push(change),
            });
            await events.subscribe({
              id: 'test',
              topics: [MATURITY_LEVEL_TOPIC],
              onEvent: async ({ eventPayload }) =>
                void published.push((eventPayload as any).entityRefs),
            });
          },
        });
      },
    });
    const backend = await start({ knex, features: [listener] });
    const { server } = backend;
    const post = (body: object, type: string) =>
      request(server)
        .post('/api/maturity/v1/events')
        .set('Authorization', mockCredentials.service.header())
        .set('Content-Type', type)
        .send(JSON.stringify(body));
    const scorecard = async (): Promise<Scorecard> =>
      (
        await request(server)
          .get(`${BASE}/scorecard`)
          .set('Authorization', mockCredentials.user.header())
      ).body;
    const until = async (measured: number) => {
      const deadline = Date.now() + 3_000;
      let found: Scorecard;
      do {
        found = await scorecard();
      } while (
        found.root?.levels.measured !== measured &&
        Date.now() < deadline
      );
      expect(found.root.levels.measured).toBe(measured);
      return found;
    };

    const now = Date.now();
    const history = Array.from({ length: 19 }, (_, index) =>
      serviceDeployed(
        `e${index}`,
        now - (index + 1) * DAY_MS,
        index === 7 ? 'manual' : 'pipeline',
      ),
    );
    const batch = await post(history, 'application/cloudevents-batch+json');
    expect(batch.status).toBe(202);
    expect(batch.body).toMatchObject({ stored: 19, refused: 0 });
    await until(2);

    const up = await post(
      serviceDeployed('up', now, 'pipeline'),
      'application/cloudevents+json',
    );
    expect(up.status).toBe(202);
    await until(3);

    await post(
      serviceDeployed('down', now, 'manual'),
      'application/cloudevents+json',
    );
    await until(2);
    // Listeners hear of it after the commit that the reads see.
    await waitUntil(() => heard.at(-1)?.change.cause.event?.id === 'down');
    expect(published.flat()).toContain('component:default/payments');
    expect(heard.at(-1)?.change.cause.event?.id).toBe('down');

    const explained = await request(server)
      .get(`${BASE}/explain`)
      .set('Authorization', mockCredentials.user.header());
    expect(explained.body.sentence.en).toMatch(
      /^The level fell from 3 to 2 on .* went from 95\.0 % \(19 of 20\) to 90\.5 % \(19 of 21\), at least 95 % is needed; the cause is event down from ci\.$/,
    );
    const spec = await request(server)
      .get('/api/maturity/openapi.json')
      .set('Authorization', mockCredentials.user.header());
    expect(spec.body).toMatchObject({
      openapi: '3.1.0',
      servers: [{ url: '/api/maturity' }],
      paths: { '/v1/levels/query': {}, '/v1/events': {} },
    });
    await backend.stop();
  });

  it('stops the start where a pack is wrong, naming file and path', async () => {
    const knex = await databases.create(database);
    const pack = createBackendModule({
      pluginId: 'maturity',
      moduleId: 'pack',
      register(env) {
        env.registerInit({
          deps: {
            models: maturityModelsExtensionPoint,
            logger: coreServices.logger,
          },
          async init({ models }) {
            models.addModelPack({ file: 'own.yaml', yaml: 'id: own' });
          },
        });
      },
    });
    await expect(start({ knex, features: [pack] })).rejects.toThrow('own.yaml');
  });
});

/** Gives what happens after an answer time to happen; the test still expects it. */
async function waitUntil(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 3_000;
  while (!holds() && Date.now() < deadline) {
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}

describe('configuration', () => {
  it.each([
    [{ timeZone: 'Mars/Olympus' }, 'maturity.timeZone'],
    [{ retention: { rawEvents: 'often' } }, 'maturity.retention.rawEvents'],
    [{ sources: { ci: {} } }, 'maturity.sources.ci.entities'],
    [{ ingest: { maxBatch: 0 } }, 'maturity.ingest.maxBatch'],
  ])('stops the start and names the key: %j', async (config, key) => {
    const knex = await databases.create('SQLite');
    await expect(start({ knex, config })).rejects.toThrow(key);
  });
});
