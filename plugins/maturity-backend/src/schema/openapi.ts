import { parameters } from './openapi/parameters';
import { decisionPaths, evidencePaths } from './openapi/paths/decisions';
import { entityPaths } from './openapi/paths/entities';
import { importContentPaths, importPaths } from './openapi/paths/imports';
import { ingestPaths } from './openapi/paths/ingest';
import { maintenancePaths } from './openapi/paths/maintenance';
import {
  incidentPaths,
  operationsPaths,
  setupPaths,
} from './openapi/paths/operations';
import { modelCheckPaths, portalPaths } from './openapi/paths/portal';
import { uploadPaths } from './openapi/paths/uploads';
import { responses } from './openapi/responses';
import { calendarSchemas } from './openapi/schemas/calendars';
import { commonSchemas } from './openapi/schemas/common';
import { decisionSchemas } from './openapi/schemas/decisions';
import { factSchemas } from './openapi/schemas/facts';
import { importSchemas } from './openapi/schemas/imports';
import { maintenanceSchemas } from './openapi/schemas/maintenance';
import { metricSchemas } from './openapi/schemas/metrics';
import { modelSchemas } from './openapi/schemas/models';
import { operationSchemas } from './openapi/schemas/operations';
import { scorecardSchemas } from './openapi/schemas/scorecards';
import { setupSchemas } from './openapi/schemas/setup';
import { sourceSchemas } from './openapi/schemas/sources';
import { uploadSchemas } from './openapi/schemas/uploads';

/** The description of the API; requests are validated against it. */
export const openapi = {
  openapi: '3.1.0',
  info: {
    title: 'maturity',
    version: '1',
    description:
      'Maturity scorecards of catalog entities, computed from pipeline events.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  servers: [{ url: '/' }],
  security: [{ bearer: [] }],
  tags: [
    { name: 'Scorecards' },
    { name: 'Metrics' },
    { name: 'Models' },
    { name: 'Decisions' },
    { name: 'Operations' },
    { name: 'Ingest' },
  ],
  paths: {
    ...entityPaths,
    ...portalPaths,
    ...modelCheckPaths,
    ...operationsPaths,
    ...setupPaths,
    ...incidentPaths,
    ...maintenancePaths,
    ...ingestPaths,
    ...uploadPaths,
    ...importPaths,
    ...importContentPaths,
    ...decisionPaths,
    ...evidencePaths,
  },
  components: {
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    },
    parameters,
    responses,
    schemas: {
      ...commonSchemas,
      ...metricSchemas,
      ...factSchemas,
      ...calendarSchemas,
      ...modelSchemas,
      ...scorecardSchemas,
      ...operationSchemas,
      ...sourceSchemas,
      ...setupSchemas,
      ...maintenanceSchemas,
      ...decisionSchemas,
      ...importSchemas,
      ...uploadSchemas,
    },
  },
} as const;
