import type { BasicPermission } from '@backstage/plugin-permission-common';
import {
  maturityOperationsManagePermission,
  maturityOperationsReadPermission,
} from '@devops-scorecards/plugin-maturity-common';
import type { Request } from 'express';
import { audited } from '../permissions';
import type { MaturityRouter, RouteOptions } from './types';

/** Routes by which operators look after what is kept. */
export function addMaintenanceRoutes(
  router: MaturityRouter,
  options: RouteOptions,
): void {
  const { auditor, authorizer, maintenance } = options;

  async function requirePermission(
    permission: BasicPermission,
    request: Request<any, any, any, any, any>,
  ): Promise<void> {
    await authorizer.authorize(
      permission,
      await options.httpAuth.credentials(request, {
        allow: ['user', 'service'],
      }),
    );
  }

  router.get('/v1/operations/runs', async (request, response) => {
    await requirePermission(maturityOperationsReadPermission, request);
    response.json({ items: await maintenance.runs.list() });
  });

  router.post('/v1/operations/replay', async (request, response) => {
    const run = await audited(
      auditor,
      { eventId: 'facts-replay', request, meta: {} },
      async () => {
        await requirePermission(maturityOperationsManagePermission, request);
        return await maintenance.replay();
      },
    );
    response.status(202).json(run);
  });

  router.post('/v1/operations/authors/erase', async (request, response) => {
    const erased = await audited(
      auditor,
      // Whom it was about is what has to be forgotten.
      { eventId: 'author-erase', request, meta: {} },
      async () => {
        await requirePermission(maturityOperationsManagePermission, request);
        return await maintenance.eraseAuthor(request.body.name);
      },
    );
    response.json(erased);
  });
}
