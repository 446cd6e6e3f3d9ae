import {
  maturityModelReadPermission,
  maturityScorecardReadPermission,
} from '@devops-scorecards/plugin-maturity-common';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import type { Request } from 'express';
import type { MaturityRouter, RouteOptions } from './types';

/** Routes about the whole portal: levels of many entities, models, metrics. */
export function addPortalRoutes(
  router: MaturityRouter,
  options: RouteOptions,
): void {
  const { authorizer } = options;

  const credentialsOf = (request: Request<any, any, any, any, any>) =>
    options.httpAuth.credentials(request, { allow: ['user', 'service'] });

  async function requirePermission(
    permission: BasicPermission,
    request: Request<any, any, any, any, any>,
  ): Promise<void> {
    await authorizer.authorize(permission, await credentialsOf(request));
  }

  router.post('/v1/levels/query', async (request, response) => {
    const credentials = await credentialsOf(request);
    const criteria = await authorizer.criteria(
      maturityScorecardReadPermission,
      credentials,
    );
    const asked = request.body.entityRefs.map(ref =>
      ref.toLocaleLowerCase('en-US'),
    );
    const entities = await options.entities.list(asked, criteria);
    const visible = await authorizer.visible(
      entities.map(({ entityRef }) => entityRef),
      credentials,
    );
    const place = new Map(asked.map((ref, index) => [ref, index]));
    response.json({
      items: await options.levels.read(
        entities
          .filter(({ entityRef }) => visible.has(entityRef))
          .sort((a, b) => place.get(a.entityRef)! - place.get(b.entityRef)!),
      ),
    });
  });

  router.get('/v1/models', async (request, response) => {
    await requirePermission(maturityModelReadPermission, request);
    response.json({ items: await options.models.list() });
  });

  router.get('/v1/models/:id', async (request, response) => {
    await requirePermission(maturityModelReadPermission, request);
    response.json(await options.models.get(request.params.id));
  });

  router.get('/v1/metrics', async (request, response) => {
    await requirePermission(maturityModelReadPermission, request);
    response.json({ items: options.metrics.definitions() });
  });

  router.get('/v1/calendars', async (request, response) => {
    await requirePermission(maturityModelReadPermission, request);
    response.json({ items: options.calendars() });
  });
}
