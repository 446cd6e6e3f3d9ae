import { parameters } from './openapi/parameters';
import { decisionPaths, evidencePaths } from './openapi/paths/decisions';
import { entityPaths } from './openapi/paths/entities';
import { ingestPaths } from './openapi/paths/ingest';
import { portalPaths } from './openapi/paths/portal';
import { responses } from './openapi/responses';
import { calendarSchemas } from './openapi/schemas/calendars';
import { commonSchemas } from './openapi/schemas/common';
import { decisionSchemas } from './openapi/schemas/decisions';
import { factSchemas } from './openapi/schemas/facts';
import { metricSchemas } from './openapi/schemas/metrics';
import { modelSchemas } from './openapi/schemas/models';
import { operationSchemas } from './openapi/schemas/operations';
import { scorecardSchemas } from './openapi/schemas/scorecards';

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
    ...ingestPaths,
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
      ...decisionSchemas,
    },
  },
} as const;
