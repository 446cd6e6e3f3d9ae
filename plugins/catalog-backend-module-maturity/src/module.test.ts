import {
  coreServices,
  createBackendModule,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
  type CatalogService,
} from '@backstage/plugin-catalog-node';
import {
  eventsServiceFactory,
  eventsServiceRef,
  type EventsService,
} from '@backstage/plugin-events-node';
import type { EntityLevel } from '@devops-scorecards/plugin-maturity-common';
import catalogModuleMaturity from '.';

jest.setTimeout(60_000);

const LABEL = 'devops-scorecards.io/maturity-level';
const SUMMARY = 'devops-scorecards.io/maturity-summary';
const STABILITY_LABEL = 'devops-scorecards.io/stability-level';
const STABILITY_SUMMARY = 'devops-scorecards.io/stability-summary';

const component = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    annotations: {
      'backstage.io/managed-by-location':
        'url:https://example.com/catalog.yaml',
      'backstage.io/managed-by-origin-location':
        'url:https://example.com/catalog.yaml',
    },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'team-a' },
});

/** A backend that answers level queries, and can be switched off. */
function createMaturityStandIn() {
  const levels = new Map<string, EntityLevel[]>();
  const state = { reachable: true, requests: 0 };
  let events: EventsService | undefined;
  const plugin = createBackendPlugin({
    pluginId: 'maturity',
    register(env) {
      env.registerInit({
        deps: { http: coreServices.httpRouter, service: eventsServiceRef },
        async init({ http, service }) {
          events = service;
          http.use((request, response) => {
            state.requests += 1;
            let body = '';
            request.on('data', chunk => (body += chunk));
            request.on('end', () => {
              if (!state.reachable) {
                response.statusCode = 503;
                response.end();
                return;
              }
              const { entityRefs } = JSON.parse(body) as {
                entityRefs: string[];
              };
              response.setHeader('Content-Type', 'application/json');
              response.end(
                JSON.stringify({
                  items: entityRefs.flatMap(ref => levels.get(ref) ?? []),
                }),
              );
            });
          });
        },
      });
    },
  });
  return {
    plugin,
    state,
    setLevel(entityRef: string, level: EntityLevel['level']) {
      const others = (levels.get(entityRef) ?? []).slice(1);
      const maturity: EntityLevel = {
        entityRef,
        scorecard: 'maturity',
        level,
        model: 'starter',
        version: '1',
      };
      levels.set(entityRef, [maturity, ...others]);
    },
    addStability(entityRef: string, level: EntityLevel['level']) {
      levels.get(entityRef)!.push({
        entityRef,
        scorecard: 'stability',
        level,
        model: 'csa-stability',
        version: '1',
      });
    },
    announce: (...entityRefs: string[]) =>
      events!.publish({
        topic: 'maturity.level',
        eventPayload: { entityRefs },
      }),
  };
}

async function startWith(options: {
  maturity: ReturnType<typeof createMaturityStandIn>;
  entities: Entity[];
}) {
  let catalog: CatalogService | undefined;
  const backend = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleMaturity,
      options.maturity.plugin,
      // The default of the test backend does not reach across plugins.
      eventsServiceFactory,
      mockServices.rootConfig.factory({ data: {} }),
      createBackendModule({
        pluginId: 'catalog',
        moduleId: 'test-entities',
        register(env) {
          env.registerInit({
            deps: {
              processing: catalogProcessingExtensionPoint,
              service: catalogServiceRef,
            },
            async init({ processing, service }) {
              catalog = service;
              processing.addEntityProvider({
                getProviderName: () => 'test',
                connect: connection =>
                  connection.applyMutation({
                    type: 'full',
                    entities: options.entities.map(entity => ({ entity })),
                  }),
              });
            },
          });
        },
      }),
    ],
  });
  const credentials = await mockServices.auth().getOwnServiceCredentials();
  return {
    stop: () => backend.stop(),
    marksOf: async (entityRef: string) => {
      const entity = await catalog!.getEntityByRef(entityRef, { credentials });
      return (
        entity && {
          label: entity.metadata.labels?.[LABEL],
          summary: entity.metadata.annotations?.[SUMMARY],
          stabilityLabel: entity.metadata.labels?.[STABILITY_LABEL],
          stabilitySummary: entity.metadata.annotations?.[STABILITY_SUMMARY],
        }
      );
    },
  };
}

async function eventually(within: number, assertion: () => Promise<void>) {
  const deadline = Date.now() + within;
  for (;;) {
    try {
      return await assertion();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }
}

describe('catalogModuleMaturity', () => {
  it('marks targets and follows a change within two seconds', async () => {
    const maturity = createMaturityStandIn();
    maturity.setLevel('component:default/orders', 2);
    maturity.addStability('component:default/orders', 4);
    maturity.setLevel('component:default/new', undefined);
    const { marksOf, stop } = await startWith({
      maturity,
      entities: ['orders', 'new', 'untargeted'].map(component),
    });

    await eventually(15_000, async () => {
      expect(await marksOf('component:default/orders')).toEqual({
        label: 'L2',
        summary: 'starter@1 measured=2',
        stabilityLabel: 'L4',
        stabilitySummary: 'csa-stability@1 measured=4',
      });
      expect(await marksOf('component:default/new')).toMatchObject({
        label: 'none',
        stabilityLabel: undefined,
      });
      expect(await marksOf('component:default/untargeted')).toEqual({
        label: undefined,
        summary: undefined,
      });
    });

    maturity.setLevel('component:default/orders', 3);
    await maturity.announce('component:default/orders');
    await eventually(4_000, async () =>
      expect(await marksOf('component:default/orders')).toMatchObject({
        label: 'L3',
        stabilityLabel: 'L4',
      }),
    );

    // Away: a change elsewhere makes the catalog process the entity again, and
    // it keeps what was known last.
    maturity.state.reachable = false;
    const before = maturity.state.requests;
    await maturity.announce('component:default/orders');
    await eventually(4_000, async () =>
      expect(maturity.state.requests).toBeGreaterThan(before),
    );
    expect(await marksOf('component:default/orders')).toMatchObject({
      label: 'L3',
      stabilityLabel: 'L4',
    });

    // Back: repaired without another event.
    maturity.setLevel('component:default/orders', 4);
    maturity.state.reachable = true;
    await eventually(15_000, async () =>
      expect(await marksOf('component:default/orders')).toMatchObject({
        label: 'L4',
      }),
    );
    await stop();
  });

  it('lets the catalog start without the maturity backend', async () => {
    const maturity = createMaturityStandIn();
    maturity.state.reachable = false;
    maturity.setLevel('component:default/orders', 2);
    const { marksOf, stop } = await startWith({
      maturity,
      entities: [component('orders')],
    });

    await eventually(15_000, async () =>
      expect(await marksOf('component:default/orders')).toEqual({
        label: undefined,
        summary: undefined,
      }),
    );

    maturity.state.reachable = true;
    await eventually(15_000, async () =>
      expect(await marksOf('component:default/orders')).toMatchObject({
        label: 'L2',
      }),
    );
    await stop();
  });
});
