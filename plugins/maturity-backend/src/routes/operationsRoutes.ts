import { InputError } from '@backstage/errors';
import type { BasicPermission } from '@backstage/plugin-permission-common';
import {
  maturityOperationsManagePermission,
  maturityOperationsReadPermission,
  type Alias,
} from '@devops-scorecards/plugin-maturity-common';
import { normaliseEntityRef } from '@devops-scorecards/plugin-maturity-node';
import type { Request } from 'express';
import { audited } from '../permissions';
import type { MaturityRouter, RouteOptions } from './types';

/** Items in a list unless told. */
const DEFAULT_LIMIT = 50;

type AnyRequest = Request<any, any, any, any, any>;

/** Routes for whoever runs the portal: sources, waiting events, names. */
export function addOperationsRoutes(
  router: MaturityRouter,
  options: RouteOptions,
): void {
  const { auditor, authorizer, entities, httpAuth, operations } = options;

  async function requirePermission(
    permission: BasicPermission,
    request: AnyRequest,
  ) {
    const credentials = await httpAuth.credentials(request, {
      allow: ['user', 'service'],
    });
    await authorizer.authorize(permission, credentials);
    return credentials;
  }
  const requireRead = (request: AnyRequest) =>
    requirePermission(maturityOperationsReadPermission, request);
  const requireManage = (request: AnyRequest) =>
    requirePermission(maturityOperationsManagePermission, request);

  router.get('/v1/operations/sources', async (request, response) => {
    await requireRead(request);
    response.json({ items: await operations.sources.list() });
  });

  router.get('/v1/operations/sources/:source', async (request, response) => {
    await requireRead(request);
    response.json(await operations.sources.get(request.params.source));
  });

  router.post(
    '/v1/operations/sources/:source/pull',
    async (request, response) => {
      const { source } = request.params;
      await audited(
        auditor,
        { eventId: 'source-pull', request, meta: { source } },
        async () => {
          await requireManage(request);
          await operations.pulls.pullNow(source);
        },
      );
      response.status(204).end();
    },
  );

  router.get('/v1/operations/unmapped', async (request, response) => {
    await requireRead(request);
    const { limit = DEFAULT_LIMIT } = request.query;
    const name = readName(request.query);
    response.json({ items: await operations.unmapped({ name, limit }) });
  });

  router.get('/v1/operations/unmapped/names', async (request, response) => {
    await requireRead(request);
    const { limit = DEFAULT_LIMIT, offset = 0 } = request.query;
    response.json(await operations.unmappedNames({ limit, offset }));
  });

  router.get('/v1/operations/names', async (request, response) => {
    await requireRead(request);
    const { limit = DEFAULT_LIMIT, offset = 0 } = request.query;
    response.json({ items: await operations.names.list({ limit, offset }) });
  });

  router.post('/v1/operations/names', async (request, response) => {
    const { entityRef: written, ...name } = request.body;
    const entityRef = normaliseEntityRef(written);
    const meta = { ...name, entityRef: entityRef ?? written };
    const mapped = await audited(
      auditor,
      { eventId: 'name-map', request, meta },
      async () => {
        const credentials = await requireManage(request);
        if (!entityRef) {
          throw new InputError(
            `'${written}' is no entity ref: write one such as component:default/payments`,
          );
        }
        const entity = await authorizer.authorizeEntity({
          permissions: [],
          entityRef,
          entity: await entities.find(entityRef),
          credentials,
        });
        return operations.names.add({ name, entity });
      },
    );
    response.json(mapped);
  });

  router.delete('/v1/operations/names/:id', async (request, response) => {
    const id = Number(request.params.id);
    await audited(
      auditor,
      { eventId: 'name-remove', request, meta: { id } },
      async () => {
        await requireManage(request);
        await operations.names.remove(id);
      },
    );
    response.status(204).end();
  });
}

/** @throws InputError for half a name */
function readName(query: {
  scheme?: string;
  value?: string;
}): Alias | undefined {
  const { scheme, value } = query;
  if (scheme === undefined && value === undefined) {
    return undefined;
  }
  if (scheme === undefined || value === undefined) {
    throw new InputError(
      'A name needs both scheme and value; leave both out for all events',
    );
  }
  return { scheme, value } as Alias;
}
