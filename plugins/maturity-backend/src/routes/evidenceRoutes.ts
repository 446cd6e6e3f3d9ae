import type {
  AuditorService,
  HttpAuthService,
} from '@backstage/backend-plugin-api';
import {
  InputError,
  isError,
  NotFoundError,
  serializeError,
} from '@backstage/errors';
import {
  canonicalUserRef,
  MAX_EVIDENCE_BYTES,
  maturityDecisionCreatePermission,
  maturityScorecardReadPermission,
  type EvidenceMediaType,
} from '@devops-scorecards/plugin-maturity-common';
import express, { type ErrorRequestHandler } from 'express';
import Router from 'express-promise-router';
import type { Decisions } from '../decisions/createDecisions';
import { checkText } from '../decisions/domain/checkText';
import { checkUpload } from '../decisions/domain/checkUpload';
import { audited, type EntityAuthorizer } from '../permissions';
import type { EntityReader } from '../reads';

const TITLE = { what: 'The title', maxLength: 200 };

const EXTENSIONS: Record<EvidenceMediaType, string> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'text/plain': 'txt',
};

/** What the routes for documents are made of. */
export interface EvidenceRouterOptions {
  httpAuth: HttpAuthService;
  auditor: AuditorService;
  authorizer: EntityAuthorizer;
  entities: EntityReader;
  decisions: Decisions;
}

/**
 * Documents in and out: `POST /v1/evidence` and
 * `GET /v1/decisions/:id/evidence/:sha256`.
 *
 * @remarks
 *
 * Mount it before any body parser, because it takes bytes as they are. A
 * document is only ever saved to disk by a browser, never shown: whatever is
 * in it does not run in the portal's name.
 */
export function createEvidenceRouter(
  options: EvidenceRouterOptions,
): express.Router {
  const { auditor, authorizer, decisions, entities, httpAuth } = options;
  const router = Router();
  // Every content type, so that a wrong one is answered by name.
  const rawBody = express.raw({ type: () => true, limit: MAX_EVIDENCE_BYTES });

  router.post(
    '/v1/evidence',
    async (request, _response, next) => {
      // Before the body is read: nobody else makes us hold five megabytes.
      const credentials = await httpAuth.credentials(request, {
        allow: ['user'],
      });
      await authorizer.criteria(maturityDecisionCreatePermission, credentials);
      next();
    },
    rawBody,
    async (request, response) => {
      const content: unknown = request.body;
      const bytes = Buffer.isBuffer(content) ? content : Buffer.alloc(0);
      const meta = { size: bytes.length };
      await audited(
        auditor,
        { eventId: 'evidence-upload', request, meta },
        async () => {
          const credentials = await httpAuth.credentials(request, {
            allow: ['user'],
          });
          const { title } = request.query;
          if (typeof title !== 'string') {
            throw new InputError(
              'The title is missing: add ?title=, what the document is called',
            );
          }
          response.status(201).json(
            await decisions.evidence.save({
              title: checkText(title, TITLE),
              mediaType: checkUpload({
                contentType: request.headers['content-type'],
                content: bytes,
              }),
              content: bytes,
              author: canonicalUserRef(credentials.principal.userEntityRef),
              at: decisions.clock.now(),
            }),
          );
        },
      );
    },
  );

  router.get(
    '/v1/decisions/:id/evidence/:sha256',
    async (request, response) => {
      const credentials = await httpAuth.credentials(request, {
        allow: ['user', 'service'],
      });
      const { id, sha256 } = request.params;
      const decision = await decisions.reader.get(id);
      await authorizer.authorizeEntity({
        permissions: [maturityScorecardReadPermission],
        entityRef: decision.entityRef,
        entity: await entities.find(decision.entityRef),
        credentials,
      });
      const item = decision.evidence.find(
        ({ url, sha256: hash }) => url === undefined && hash === sha256,
      );
      if (!item) {
        throw new NotFoundError(
          `The decision ${id} names no upload ${sha256}: take a hash from its evidence`,
        );
      }
      const { mediaType, content } = await decisions.evidence.read(sha256);
      response.attachment(fileName(item.title, mediaType));
      response.setHeader(
        'Content-Type',
        mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : mediaType,
      );
      response.setHeader('X-Content-Type-Options', 'nosniff');
      response.setHeader(
        'Content-Security-Policy',
        "sandbox; default-src 'none'",
      );
      response.setHeader('Cache-Control', 'private, no-store');
      response.send(content);
    },
  );

  router.use(answerTooLarge());
  return router;
}

/** Says in our words what express.raw says in its own. */
function answerTooLarge(): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (!isError(error) || error.type !== 'entity.too.large') {
      next(error);
      return;
    }
    response.status(413).json({
      error: serializeError(
        {
          name: 'EvidenceTooLargeError',
          message: `The upload is larger than ${MAX_EVIDENCE_BYTES} bytes (5 MB): send a smaller document, or name its address instead`,
        },
        { includeStack: false },
      ),
      request: { method: request.method, url: request.originalUrl },
      response: { statusCode: 413 },
    });
  };
}

/** A name without what is a path to some system; the rest is encoded. */
function fileName(title: string, mediaType: EvidenceMediaType): string {
  const extension = `.${EXTENSIONS[mediaType]}`;
  // eslint-disable-next-line no-control-regex
  const name = title.replace(/[\u0000-\u001f\u007f/\\:*?"<>|]/g, '-');
  return name.toLocaleLowerCase('en-US').endsWith(extension)
    ? name
    : `${name}${extension}`;
}
