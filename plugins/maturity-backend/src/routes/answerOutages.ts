import type { LoggerService } from '@backstage/backend-plugin-api';
import { ServiceUnavailableError } from '@backstage/errors';
import type { ErrorRequestHandler } from 'express';
import { isDatabaseOutage } from '../database';

/** Seconds after which a caller should ask again. */
const RETRY_AFTER = 5;

/**
 * Answers 503 where the database cannot be reached. What the driver says,
 * which names the server, goes to the log only.
 */
export function answerOutages(options: {
  logger: LoggerService;
}): ErrorRequestHandler {
  return (error, _request, response, next) => {
    if (!isDatabaseOutage(error)) {
      next(error);
      return;
    }
    options.logger.error('The database cannot be reached', error);
    response.setHeader('Retry-After', String(RETRY_AFTER));
    next(
      new ServiceUnavailableError(
        'The database of the maturity plugin cannot be reached, ask again later',
      ),
    );
  };
}
