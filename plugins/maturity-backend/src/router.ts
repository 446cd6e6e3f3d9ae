import type { LoggerService } from '@backstage/backend-plugin-api';
import { createValidatedOpenApiRouterFromGeneratedEndpointMap } from '@backstage/backend-openapi-utils';
import express from 'express';
import Router from 'express-promise-router';
import { addImportRoutes, createImportContentRouter } from './imports';
import { answerOutages } from './routes/answerOutages';
import { addDecisionRoutes } from './routes/decisionRoutes';
import { addEntityRoutes } from './routes/entityRoutes';
import { createEvidenceRouter } from './routes/evidenceRoutes';
import { addMaintenanceRoutes } from './routes/maintenanceRoutes';
import { createModelCheckRouter } from './routes/modelCheckRoutes';
import { addOperationsRoutes } from './routes/operationsRoutes';
import { addPortalRoutes } from './routes/portalRoutes';
import { addSetupRoutes } from './routes/setupRoutes';
import type { RouteOptions } from './routes/types';
import type { Endpoints } from './schema/endpoints';
import { openapi } from './schema/openapi';

/** Largest body of a route that takes JSON. */
const MAX_BODY = '512kb';

/** Options of {@link createRouter}. */
export interface RouterOptions extends RouteOptions {
  logger: LoggerService;
  /** The doors for events. */
  ingest: express.Router;
  /** Has every answer checked against the description; for tests. */
  validateResponses?: boolean;
}

/**
 * All routes of the plugin: the doors for events in front, because signatures
 * cover raw bytes, then the reads behind the validation of the description.
 */
export function createRouter(options: RouterOptions): express.Router {
  const api = createValidatedOpenApiRouterFromGeneratedEndpointMap<Endpoints>(
    // Its type wants arrays that can be written to; nobody writes to them.
    openapi as unknown as Parameters<
      typeof createValidatedOpenApiRouterFromGeneratedEndpointMap
    >[0],
    {
      middleware: [express.json({ limit: MAX_BODY })],
      validatorOptions: {
        validateResponses: options.validateResponses ?? false,
        // The routes ask the auth services themselves.
        validateSecurity: false,
      },
    },
  );
  addEntityRoutes(api, options);
  addPortalRoutes(api, options);
  addDecisionRoutes(api, options);
  addMaintenanceRoutes(api, options);
  addOperationsRoutes(api, options);
  addSetupRoutes(api, options);
  addImportRoutes(api, options);

  const router = Router();
  router.use(options.ingest);
  router.use(createEvidenceRouter(options));
  router.use(createImportContentRouter(options));
  router.use(createModelCheckRouter(options));
  // In front of the same path of the validated router, which would call the
  // description 3.0.3.
  router.get('/openapi.json', (request, response) => {
    response.json({ ...openapi, servers: [{ url: request.baseUrl }] });
  });
  router.use(api);
  router.use(answerOutages(options));
  return router;
}
