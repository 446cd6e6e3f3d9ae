import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  AuthorizeResult,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import request from 'supertest';
import { AssessingEventStore } from '../assessment/AssessingEventStore';
import type { Scene } from '../assessment/__testUtils__/scene';
import { createDecisions } from '../decisions/createDecisions';
import { DatabaseEventStore } from '../facts';
import { component } from '../facts/__testUtils__/events';
import { createImports } from '../imports';
import { createDoors } from '../ingest/createDoors';
import { IngestService } from '../ingest/IngestService';
import { configuredSource } from '../ingest/__testUtils__/mappingContext';
import { createMaintenance } from '../maintenance/createMaintenance';
import { builtInMetrics, MetricRegistry } from '../metrics';
import { RefusalLog } from '../operations/RefusalLog';
import {
  testOperations,
  type TestOperations,
} from '../operations/__testUtils__/testOperations';
import { EntityAuthorizer, maturityEntityRules } from '../permissions';
import { createReaders, EntityReader } from '../reads';
import { portalApp } from './portalApp';

const LIMITS = {
  maxBytes: 5_242_880,
  maxBatch: 1_000,
  maxDepth: 64,
  futureTolerance: 300_000,
};

/** Key of the hashes that stand for authors. */
const AUTHOR_KEY = 'a key of the tests';

/** Decides on a permission by its name and on who asks. */
type Decide = (permission: string, who: BackstageCredentials) => PolicyDecision;

function permissionsOf(decide: Decide): PermissionsService {
  const answer: any = async (
    asked: { permission: { name: string } }[],
    { credentials }: { credentials: BackstageCredentials },
  ) => asked.map(({ permission }) => decide(permission.name, credentials));
  return { authorize: answer, authorizeConditional: answer };
}

/**
 * The whole API of a scene over HTTP, the doors for events included, with
 * answers checked against the description.
 *
 * @remarks
 *
 * People are told apart by name; `service` is a service that sends as the
 * source `ci`, `service:<name>` one that sends as the source of that name.
 *
 * @param configured - sources as operators and set-up see them; those of the
 *   scene unless told
 */
export function createPortal(scene: Scene, configured: TestOperations = {}) {
  const { knex, context, clock, logger } = scene;
  const hidden = new Set<string>();
  const policy: { decide: Decide } = {
    decide: () => ({ result: AuthorizeResult.ALLOW }),
  };
  const auditor = mockServices.auditor.mock();
  auditor.createEvent.mockResolvedValue({
    success: async () => {},
    fail: async () => {},
  });
  const rules = Object.values(maturityEntityRules);
  const permissions = permissionsOf((name, who) => policy.decide(name, who));
  const httpAuth = mockServices.httpAuth();
  const decisions = createDecisions({
    context,
    assessNow: id => scene.worker.assessNow(id),
    clock,
    logger,
  });
  const refusals = RefusalLog.create({ knex, logger });
  const ingestService = IngestService.create({
    refusals,
    store: new AssessingEventStore({
      store: DatabaseEventStore.create({ knex }),
      kick: () => {},
    }),
    limits: LIMITS,
    authorKey: AUTHOR_KEY,
  });
  const sources = context.sourceOrder.map(name => ({
    ...configuredSource({
      callers: [`external:${name === 'ci' ? 'test-service' : name}`],
    }),
    name,
  }));
  const ingest = createDoors({
    ingest: ingestService,
    sources,
    maxReportBytes: LIMITS.maxBytes,
    webhookSources: configured.webhookSources ?? [],
    httpAuth,
    permissions,
    auditor,
    config: LIMITS,
    clock: () => clock.now(),
    logger,
  });
  const maintenance = createMaintenance({
    knex,
    clock,
    logger,
    authorKey: AUTHOR_KEY,
  });
  const authorizer = EntityAuthorizer.create({
    permissions,
    permissionsRegistry: mockServices.permissionsRegistry.mock({
      getPermissionRuleset: () =>
        ({
          getRuleByName: (name: string) =>
            rules.find(rule => rule.name === name)!,
        } as any),
    }),
    catalog: catalogServiceMock.mock({
      getEntitiesByRefs: async ({ entityRefs }) => ({
        items: entityRefs.map(ref =>
          hidden.has(ref) ? undefined : component('shown'),
        ),
      }),
    }),
  });
  const app = portalApp({
    ...createReaders({
      context,
      metrics: MetricRegistry.create(builtInMetrics),
      calendars: scene.calendars,
      clock,
    }),
    httpAuth,
    auditor,
    authorizer,
    entities: EntityReader.create({ knex }),
    decisions,
    assessNow: id => scene.worker.assessNow(id),
    maintenance,
    operations: testOperations(scene, configured),
    imports: createImports({
      knex,
      ingest: ingestService,
      limits: LIMITS,
      sources,
      httpAuth,
      permissions,
      authorizer,
      clock,
    }),
    ingest,
    logger,
  });

  const headerOf = (who: string) => {
    const [kind, name] = who.split(':');
    if (kind !== 'service') {
      return mockCredentials.user.header(`user:default/${who}`);
    }
    return name
      ? mockCredentials.service.header({
          onBehalfOf: mockCredentials.service(`external:${name}`),
          targetPluginId: 'test',
        })
      : mockCredentials.service.header();
  };
  const send = (
    who: string,
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
  ) =>
    app
      .to(request(app.server)[method](path))
      .set('Authorization', headerOf(who));

  return {
    ...scene,
    decisions,
    maintenance,
    refusals,
    auditor,
    policy,
    /** Refs of the entities that the catalog shows nobody. */
    hidden,
    /** A request of `who` with nothing in it yet. */
    send,
    /** A request with a JSON body. */
    post: (who: string, path: string, body: object = {}) =>
      send(who, 'post', path).send(body),
    get: (who: string, path: string) => send(who, 'get', path),
    /** Sends CloudEvents in one batch, as the source `ci` unless told. */
    deliver: (events: readonly object[], who = 'service') =>
      send(who, 'post', '/v1/events')
        .set('Content-Type', 'application/cloudevents-batch+json')
        .send(JSON.stringify(events)),
  };
}

/** What {@link createPortal} makes. */
export type Portal = ReturnType<typeof createPortal>;
