import { parameters } from './openapi/parameters';
import { entityPaths } from './openapi/paths/entities';
import { ingestPaths } from './openapi/paths/ingest';
import { portalPaths } from './openapi/paths/portal';
import { responses } from './openapi/responses';
import { commonSchemas } from './openapi/schemas/common';
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
    { name: 'Operations' },
    { name: 'Ingest' },
  ],
  paths: { ...entityPaths, ...portalPaths, ...ingestPaths },
  components: {
    securitySchemes: {
      bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    },
    parameters,
    responses,
    schemas: {
      ...commonSchemas,
      ...metricSchemas,
      ...modelSchemas,
      ...scorecardSchemas,
      ...operationSchemas,
    },
  },
} as const;
