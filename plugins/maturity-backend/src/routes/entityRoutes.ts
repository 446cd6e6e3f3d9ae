import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  maturityScorecardReadPermission,
  maturityScorecardRefreshPermission,
} from '@devops-scorecards/plugin-maturity-common';
import type { Request } from 'express';
import type { KnownEntity } from '../assessment/readKnownEntity';
import { audited } from '../permissions';
import { parseKeys } from './parseKeys';
import { parseWindow } from './parseWindow';
import type { MaturityRouter, RouteOptions } from './types';

/** Items in a list unless told. */
const DEFAULT_LIMIT = 50;

const BASE = '/v1/entities/:kind/:namespace/:name';

/** Routes about one entity: scorecard, metrics, facts, history. */
export function addEntityRoutes(
  router: MaturityRouter,
  options: RouteOptions,
): void {
  const { authorizer, scorecards, measurements, history } = options;

  /** Nobody gets past here to an entity that is not theirs to see. */
  async function entityOf(
    request: Request<any, any, any, any, any>,
    permissions: ResourcePermission[] = [maturityScorecardReadPermission],
  ): Promise<KnownEntity> {
    const credentials = await options.httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    const { kind, namespace, name } = request.params;
    const entityRef = stringifyEntityRef({ kind, namespace, name });
    return authorizer.authorizeEntity({
      permissions,
      entityRef,
      entity: await options.entities.find(entityRef),
      credentials,
    });
  }

  router.get(`${BASE}/scorecard`, async (request, response) => {
    const entity = await entityOf(request);
    response.json(await scorecards.read({ ...request.query, entity }));
  });

  router.post(`${BASE}/refresh`, async (request, response) => {
    const { kind, namespace, name } = request.params;
    const meta = { entityRef: stringifyEntityRef({ kind, namespace, name }) };
    await audited(
      options.auditor,
      { eventId: 'scorecard-refresh', request, meta },
      async () => {
        const entity = await entityOf(request, [
          maturityScorecardReadPermission,
          maturityScorecardRefreshPermission,
        ]);
        await options.assessNow(entity.entityId);
        const { model, scorecard } = request.query;
        response.json(await scorecards.read({ entity, model, scorecard }));
      },
    );
  });

  router.get(`${BASE}/metrics`, async (request, response) => {
    const entity = await entityOf(request);
    const { metrics, evidence } = request.query;
    response.json({
      items: await measurements.measure({
        entity,
        metrics: metrics?.split(',').map(id => id.trim()),
        window: parseWindow(request.query),
        evidence,
      }),
    });
  });

  router.get(`${BASE}/metrics/:metric/series`, async (request, response) => {
    const entity = await entityOf(request);
    response.json(
      await measurements.series({
        entity,
        metric: request.params.metric,
        bucket: request.query.bucket ?? 'week',
        window: parseWindow(request.query),
      }),
    );
  });

  router.get(`${BASE}/levels`, async (request, response) => {
    const entity = await entityOf(request);
    const { model, scorecard, knowledge = 'then' } = request.query;
    response.json(
      await options.levelSeries.read({
        entity,
        model,
        scorecard,
        knowledge,
        window: parseWindow(request.query),
      }),
    );
  });

  router.get(`${BASE}/history`, async (request, response) => {
    const entity = await entityOf(request);
    const { limit = DEFAULT_LIMIT, ...choice } = request.query;
    response.json({ items: await history.list({ ...choice, entity, limit }) });
  });

  router.get(`${BASE}/explain`, async (request, response) => {
    const entity = await entityOf(request);
    response.json(await history.explain({ ...request.query, entity }));
  });

  router.get(`${BASE}/facts`, async (request, response) => {
    const { entityId } = await entityOf(request);
    const { kind, limit = DEFAULT_LIMIT } = request.query;
    const window = parseWindow(request.query);
    const keys = parseKeys(request.query.keys);
    response.json({
      items: await options.facts({ entityId, kind, keys, window, limit }),
    });
  });

  router.get(`${BASE}/incidents`, async (request, response) => {
    const entity = await entityOf(request);
    const { asOf, limit = DEFAULT_LIMIT } = request.query;
    const window = parseWindow(request.query);
    response.json({
      items: await options.incidents.list({ entity, window, asOf, limit }),
    });
  });

  router.get(`${BASE}/events/:seq`, async (request, response) => {
    const entity = await entityOf(request);
    const seq = Number(request.params.seq);
    const event = await options.event({ entityId: entity.entityId, seq });
    if (!event) {
      throw new NotFoundError(
        `There is no event ${seq} that says something of ${entity.entityRef}: its facts list theirs`,
      );
    }
    response.json(event);
  });
}
