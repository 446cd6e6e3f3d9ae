import type {
  AuditorService,
  BackstageCredentials,
  HttpAuthService,
  LoggerService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  InputError,
  isError,
  NotAllowedError,
  NotFoundError,
  serializeError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { maturityEventIngestPermission } from '@devops-scorecards/plugin-maturity-common';
import type { IngestResponse } from '@devops-scorecards/plugin-maturity-common';
import type {
  Refusal,
  WebhookSource,
} from '@devops-scorecards/plugin-maturity-node';
import express, {
  type ErrorRequestHandler,
  type Request,
  type Response,
} from 'express';
import Router from 'express-promise-router';
import { auditDelivery, type AuditedResult } from './auditDelivery';
import { statusOfResponse } from './domain/statusOfResponse';
import type { IngestService } from './IngestService';
import type { ConfiguredSource, IngestLimits } from './readIngestConfig';
import { sourceOfCaller } from './sourceOfCaller';

/** Seconds after which a sender should try again when the database is gone. */
const RETRY_AFTER = 5;

/** A delivery that could not be cut into events. */
class DeliveryRefusedError extends Error {
  readonly statusCode: number;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.name = 'DeliveryRefusedError';
    this.statusCode = refusal.code;
  }
}

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
      await authorize(options.permissions, credentials);
      const source = sourceOfCaller(sources, subject);
      if (!source) {
        throw new NotAllowedError(
          `The caller '${subject}' belongs to no source: add it to maturity.sources.<source>.callers`,
        );
      }
      const answer = await ingest.ingestCloudEvents({
        source,
        request: { headers: request.headers, body: bytesOf(request) },
        receivedAt: clock(),
      });
      if (!answer.ok) {
        throw new DeliveryRefusedError(answer.refusal);
      }
      return send(options, response, source, answer.value);
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
      webhook.verify(delivery);
      const source = sources.find(({ name }) => name === id);
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
      return send(options, response, source, answer);
    });
  });

  router.use(answerRefusals(options));
  return router;
}

/**
 * Asked for always: a token that is limited to other permissions must not get
 * in here, and Backstage limits it only where a route asks.
 */
async function authorize(
  permissions: PermissionsService,
  credentials: BackstageCredentials,
): Promise<void> {
  const [decision] = await permissions.authorize(
    [{ permission: maturityEventIngestPermission }],
    { credentials },
  );
  if (decision.result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `The caller lacks the permission ${maturityEventIngestPermission.name}: add it to the token's accessRestrictions`,
    );
  }
}

/** Answers for every event, and says what the audit event keeps of it. */
function send(
  { logger }: IngestRouterOptions,
  response: Response,
  source: ConfiguredSource,
  answer: IngestResponse,
): AuditedResult {
  const { stored, duplicates, conflicts, refused } = answer;
  const status = statusOfResponse(answer);
  response.status(status).json(answer);
  if (conflicts > 0) {
    logger.warn(
      `Source '${source.name}' sent ${conflicts} events again with other contents; they are quarantined`,
    );
  }
  return {
    meta: { source: source.name, stored, duplicates, conflicts, refused },
    failure:
      status === 202
        ? undefined
        : new InputError(`No event was accepted, answered ${status}`),
  };
}

/**
 * Answers what Backstage's own error handler would name less clearly, in its
 * format, and leaves everything else to it.
 */
function answerRefusals({
  config: limits,
  logger,
}: IngestRouterOptions): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (isError(error) && error.name === 'ServiceUnavailableError') {
      // What the driver says names the server: for the log, not for senders.
      logger.error('A delivery could not be stored', error);
      response.setHeader('Retry-After', String(RETRY_AFTER));
      next(
        new ServiceUnavailableError(
          'The database of the maturity plugin cannot be written; nothing was stored, send it again later',
        ),
      );
      return;
    }
    const refusal = refusalOf(error, limits);
    if (!refusal) {
      next(error);
      return;
    }
    response.status(refusal.code).json({
      error: serializeError(
        { name: 'DeliveryRefusedError', message: refusal.message },
        { includeStack: false },
      ),
      request: { method: request.method, url: request.originalUrl },
      response: { statusCode: refusal.code },
    });
  };
}

function refusalOf(error: unknown, limits: IngestLimits): Refusal | undefined {
  if (error instanceof DeliveryRefusedError) {
    return { code: error.statusCode, message: error.message };
  }
  // What express.raw throws carries a type.
  switch (isError(error) ? error.type : undefined) {
    case 'entity.too.large':
      return {
        code: 413,
        message: `The body is larger than ${limits.maxBytes} bytes: send fewer events at a time, or raise maturity.ingest.maxBytes`,
      };
    case 'encoding.unsupported':
      return {
        code: 415,
        message:
          'The Content-Encoding is not understood: send identity, gzip or deflate',
      };
    default:
      return isZlibError(error)
        ? {
            code: 400,
            message:
              'The body cannot be unpacked as its Content-Encoding says: send it whole, or without Content-Encoding',
          }
        : undefined;
  }
}

/** What node:zlib says of a body that it cannot unpack. */
function isZlibError(error: unknown): boolean {
  return (
    isError(error) && typeof error.code === 'string' && /^Z_/.test(error.code)
  );
}

function bytesOf(request: Request): Buffer {
  // Without a body express.raw leaves an empty object.
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}
