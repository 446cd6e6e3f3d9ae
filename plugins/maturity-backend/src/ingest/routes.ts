import type {
  AuditorService,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { WebhookSource } from '@devops-scorecards/plugin-maturity-node';
import express from 'express';
import Router from 'express-promise-router';
import { answerRefusals } from './answerRefusals';
import { auditDelivery } from './auditDelivery';
import { bytesOf } from './bytesOf';
import { DeliveryRefusedError } from './DeliveryRefusedError';
import type { IngestService } from './IngestService';
import type { ConfiguredSource, IngestLimits } from './readIngestConfig';
import { refusalOfError } from './refusalOfError';
import { sendAnswer } from './sendAnswer';
import { sourceOfRequest } from './sourceOfRequest';

export interface IngestRouterOptions {
  ingest: IngestService;
  sources: readonly ConfiguredSource[];
  webhookSources: readonly WebhookSource[];
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  auditor: AuditorService;
  config: IngestLimits;
  /** Epoch milliseconds. */
  clock: () => number;
  logger: LoggerService;
}

/**
 * The doors for events: `POST /v1/events` for CloudEvents of callers with
 * service credentials, and `POST /v1/hooks/:source` for signed webhooks.
 *
 * @remarks
 *
 * Mount it before any body parser, because signatures cover the raw bytes,
 * and open `/v1/hooks` with `httpRouter.addAuthPolicy`: a webhook brings no
 * Backstage credentials, its signature is the proof. Bodies are never logged.
 */
export function createIngestRouter(
  options: IngestRouterOptions,
): express.Router {
  const { ingest, sources, webhookSources, config, clock } = options;
  const router = Router();
  // Every content type, so that a wrong one is answered by name.
  const rawBody = express.raw({ type: () => true, limit: config.maxBytes });

  router.post('/v1/events', rawBody, async (request, response) => {
    const credentials = await options.httpAuth.credentials(request, {
      allow: ['service'],
    });
    const { subject } = credentials.principal;
    const meta = { door: 'events', caller: subject };
    await auditDelivery(options.auditor, { request, meta }, async () => {
      const source = await sourceOfRequest(options, credentials);
      const answer = await ingest.ingestCloudEvents({
        source,
        request: { headers: request.headers, body: bytesOf(request) },
        receivedAt: clock(),
      });
      if (!answer.ok) {
        throw new DeliveryRefusedError(answer.refusal);
      }
      return sendAnswer({
        response,
        source,
        answer: answer.value,
        logger: options.logger,
      });
    });
  });

  router.post('/v1/hooks/:source', rawBody, async (request, response) => {
    const id = request.params.source;
    const webhook = webhookSources.find(source => source.id === id);
    if (!webhook) {
      throw new NotFoundError(
        `No webhook source of that name is installed: add its module to the backend, installed are ${
          webhookSources.map(source => source.id).join(', ') || 'none'
        }`,
      );
    }
    // Without the request: the auditor would read credentials from it, and
    // would fail the delivery for a header that means nothing here.
    const meta = { door: 'hooks', source: id, ip: request.ip ?? '' };
    await auditDelivery(options.auditor, { meta }, async () => {
      const delivery = {
        headers: request.headers,
        rawBody: bytesOf(request),
        receivedAt: clock(),
      };
      const source = sources.find(({ name }) => name === id);
      try {
        webhook.verify(delivery);
      } catch (error) {
        const refusal = refusalOfError(error);
        if (source && refusal) {
          const { receivedAt } = delivery;
          ingest.noteRefused({
            source,
            door: 'hooks',
            receivedAt,
            refusals: [refusal],
          });
        }
        throw error;
      }
      if (!source) {
        throw new NotAllowedError(
          `The source '${id}' is not configured: add maturity.sources.${id}`,
        );
      }
      const answer = await ingest.ingestWebhook({
        source,
        webhook,
        request: delivery,
      });
      return sendAnswer({
        response,
        source,
        answer,
        logger: options.logger,
      });
    });
  });

  router.use(
    answerRefusals({
      tooLarge: `The body is larger than ${config.maxBytes} bytes: send fewer events at a time, or raise maturity.ingest.maxBytes`,
      logger: options.logger,
    }),
  );
  return router;
}
