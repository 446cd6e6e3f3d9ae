import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import express, { type Request } from 'express';
import Router from 'express-promise-router';
import { answerRefusals } from '../ingest/answerRefusals';
import { auditDelivery } from '../ingest/auditDelivery';
import { bytesOf } from '../ingest/bytesOf';
import type { Imports } from './createImports';

/**
 * The content of imports: `PUT /v1/imports/:id/content`, piece by piece.
 *
 * @remarks
 *
 * Mount it before any body parser, because it takes bytes as they are. The
 * headers are those of the resumable uploads that the IETF works on:
 * `Upload-Offset`, where the piece begins, and `Upload-Complete: ?1` with the
 * last one.
 */
export function createImportContentRouter(options: {
  imports: Imports;
  auditor: AuditorService;
  logger: LoggerService;
}): express.Router {
  const { imports, auditor, logger } = options;
  const { access, maxBytes, service } = imports;
  const router = Router();
  const rawBody = express.raw({ type: () => true, limit: maxBytes });

  router.put(
    '/v1/imports/:id/content',
    async (request, _response, next) => {
      // Before the body is read: nobody else makes us hold megabytes.
      await access.callerOf(request, 'manage');
      next();
    },
    rawBody,
    async (request, response) => {
      const id = idOf(request);
      const meta = { door: 'imports', id };
      await auditDelivery(auditor, { request, meta }, async () => {
        const caller = await access.callerOf(request, 'manage');
        const before = await service.get(id);
        const source = access.sourceOf(caller, before);
        const status = await service.takePiece({
          id,
          source,
          piece: {
            offset: offsetOf(request),
            bytes: bytesOf(request),
            last: request.headers['upload-complete'] === '?1',
          },
        });
        response.setHeader('Upload-Offset', String(status.offset));
        response.json(status);
        return {
          meta: {
            source: source.name,
            stored: status.stored - before.stored,
            duplicates: status.duplicates - before.duplicates,
            refused: status.refused - before.refused,
          },
        };
      });
    },
  );

  router.use(
    answerRefusals({
      tooLarge: `The piece is larger than ${maxBytes} bytes: send smaller ones, or raise maturity.ingest.maxBytes`,
      logger,
    }),
  );
  return router;
}

function idOf(request: Request<{ id: string }>): string {
  const { id } = request.params;
  if (!/^[0-9a-f-]{36}$/.test(id)) {
    throw new NotFoundError(`There is no import ${id.slice(0, 64)}`);
  }
  return id;
}

function offsetOf(request: Request<{ id: string }>): number {
  const text = request.header('Upload-Offset') ?? '';
  const offset = Number(text);
  if (!/^\d+$/.test(text) || !Number.isSafeInteger(offset)) {
    throw new InputError(
      'Upload-Offset is missing: say where the piece begins in the file, in bytes; the first one begins at 0',
    );
  }
  return offset;
}
