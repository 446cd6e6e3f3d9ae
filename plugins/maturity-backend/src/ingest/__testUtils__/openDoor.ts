import {
  mockCredentials,
  mockErrorHandler,
  mockServices,
} from '@backstage/backend-test-utils';
import express from 'express';
import type { Knex } from 'knex';
import request from 'supertest';
import { DatabaseEventStore } from '../../facts/DatabaseEventStore';
import { IngestService } from '../IngestService';
import type { IngestLimits } from '../readIngestConfig';
import { createIngestRouter } from '../routes';
import type { HttpMessage } from './buildCdevent';
import { configuredSource } from './mappingContext';

/**
 * The real door over a database: sends as the configured source `ci`.
 *
 * @param options - `entities` that the source may speak for, all by default
 */
export function openDoor(options: {
  knex: Knex;
  limits: IngestLimits;
  now: number;
  entities?: string[];
}) {
  const { knex, limits, now, entities = ['*'] } = options;
  const app = express();
  app.use(
    createIngestRouter({
      ingest: IngestService.create({
        store: DatabaseEventStore.create({ knex }),
        limits,
      }),
      sources: [
        configuredSource({ callers: ['external:test-service'], entities }),
      ],
      webhookSources: [],
      httpAuth: mockServices.httpAuth({
        defaultCredentials: mockCredentials.service(),
      }),
      permissions: mockServices.permissions(),
      auditor: mockServices.auditor.mock(),
      config: limits,
      clock: () => now,
      logger: mockServices.logger.mock(),
    }),
  );
  app.use(mockErrorHandler());
  return ({ headers, body }: HttpMessage) =>
    request(app).post('/v1/events').set(headers).send(body);
}
