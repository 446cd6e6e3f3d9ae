import { stringifyEntityRef } from '@backstage/catalog-model';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import {
  maturityIncidentReportPermission,
  maturityScorecardReadPermission,
  maturityScorecardRefreshPermission,
} from '@devops-scorecards/plugin-maturity-common';
import type { Request } from 'express';
import type { KnownEntity } from '../assessment/readKnownEntity';
import { audited } from '../permissions';
import type { MaturityRouter, RouteOptions } from './types';

const BASE = '/v1/entities/:kind/:namespace/:name';

type AnyRequest = Request<any, any, any, any, any>;

/** Routes by which an entity is connected, and incidents are told of. */
export function addSetupRoutes(
  router: MaturityRouter,
  options: RouteOptions,
): void {
  const { auditor, authorizer, entities, httpAuth, operations } = options;

  /** Nobody gets past here to an entity that is not theirs to see. */
  async function entityOf(
    request: AnyRequest,
    more: {
      permissions?: ResourcePermission[];
      allow?: ('user' | 'service')[];
    } = {},
  ): Promise<KnownEntity> {
    const { permissions = [], allow = ['user', 'service'] } = more;
    const credentials = await httpAuth.credentials(request, { allow });
    const entityRef = refOf(request);
    return authorizer.authorizeEntity({
      permissions: [maturityScorecardReadPermission, ...permissions],
      entityRef,
      entity: await entities.find(entityRef),
      credentials,
    });
  }

  /** Only people tell of incidents; services send events. */
  const reportedEntityOf = (request: AnyRequest) =>
    entityOf(request, {
      permissions: [maturityIncidentReportPermission],
      allow: ['user'],
    });

  router.get(`${BASE}/setup`, async (request, response) => {
    response.json(await operations.setup.read(await entityOf(request)));
  });

  router.post(`${BASE}/setup/test`, async (request, response) => {
    const entity = await entityOf(request, {
      permissions: [maturityScorecardRefreshPermission],
    });
    response.json(await operations.tester.test(request.body.source, entity));
  });

  router.post(`${BASE}/incidents`, async (request, response) => {
    const meta = { entityRef: refOf(request) };
    const incident = await audited(
      auditor,
      { eventId: 'incident-report', request, meta },
      async () =>
        operations.incidents.report(
          await reportedEntityOf(request),
          request.body,
        ),
    );
    response.status(201).json(incident);
  });

  router.post(`${BASE}/incidents/:key`, async (request, response) => {
    const { key } = request.params;
    const { step } = request.body;
    const meta = { entityRef: refOf(request), key, step };
    const incident = await audited(
      auditor,
      { eventId: 'incident-step', request, meta },
      async () =>
        operations.incidents.continue(
          await reportedEntityOf(request),
          key,
          request.body,
        ),
    );
    response.json(incident);
  });
}

function refOf(request: AnyRequest): string {
  const { kind, namespace, name } = request.params;
  return stringifyEntityRef({ kind, namespace, name });
}
