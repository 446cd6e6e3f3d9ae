import type express from 'express';
import Router from 'express-promise-router';
import { createMeasureRouter } from './measures/measureRoutes';
import { createReportRouter } from './reports/reportRoutes';
import { createIngestRouter, type IngestRouterOptions } from './routes';

/**
 * Every door for what producers send: events, webhooks, reports and measures.
 *
 * @param options - `maxReportBytes`: largest report, in bytes, unpacked
 */
export function createDoors(
  options: IngestRouterOptions & { maxReportBytes: number },
): express.Router {
  return Router()
    .use(createReportRouter(options))
    .use(createMeasureRouter(options))
    .use(createIngestRouter(options));
}
