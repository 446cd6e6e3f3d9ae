import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  isError,
  serializeError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { Refusal } from '@devops-scorecards/plugin-maturity-node';
import type { ErrorRequestHandler } from 'express';
import { DeliveryRefusedError } from './DeliveryRefusedError';

/** Seconds after which a sender should try again when the database is gone. */
const RETRY_AFTER = 5;

/**
 * Answers what Backstage's own error handler would name less clearly, in its
 * format, and leaves everything else to it.
 *
 * @param options - `tooLarge`: what is said of a body that `express.raw` finds
 *   too large
 */
export function answerRefusals(options: {
  tooLarge: string;
  logger: LoggerService;
}): ErrorRequestHandler {
  return (error, request, response, next) => {
    if (isError(error) && error.name === 'ServiceUnavailableError') {
      // What the driver says names the server: for the log, not for senders.
      options.logger.error('A delivery could not be stored', error);
      response.setHeader('Retry-After', String(RETRY_AFTER));
      next(
        new ServiceUnavailableError(
          'The database of the maturity plugin cannot be written; nothing was stored, send it again later',
        ),
      );
      return;
    }
    const refusal = refusalOf(error, options.tooLarge);
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

function refusalOf(error: unknown, tooLarge: string): Refusal | undefined {
  if (error instanceof DeliveryRefusedError) {
    return { code: error.statusCode, message: error.message };
  }
  // What express.raw throws carries a type.
  switch (isError(error) ? error.type : undefined) {
    case 'entity.too.large':
      return { code: 413, message: tooLarge };
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
