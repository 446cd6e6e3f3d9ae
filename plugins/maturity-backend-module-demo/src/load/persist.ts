import { setTimeout as sleep } from 'node:timers/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';

/** First and longest pause before a failed request is made again. Milliseconds. */
export type RetryPauses = readonly [first: number, longest: number];

/**
 * Makes a request until it is answered: the backend may be starting, and its
 * database may be away.
 *
 * @returns why the answer is no, for whoever runs the portal; nothing where it
 *   is yes
 */
export async function persist(options: {
  request: () => Promise<string | undefined>;
  pauses: RetryPauses;
  logger: LoggerService;
  signal: AbortSignal;
}): Promise<string | undefined> {
  const { request, logger, signal } = options;
  const [first, longest] = options.pauses;
  for (let pause = first; ; pause = Math.min(pause * 2, longest)) {
    try {
      return await request();
    } catch (error) {
      signal.throwIfAborted();
      if (isFinal(error)) {
        return reasonOf(error);
      }
      logger.debug(
        `demo: the maturity backend is not ready: ${stringifyError(error)}`,
      );
      await sleep(pause, undefined, { signal });
    }
  }
}

/** What the backend answered; a `ResponseError` carries it as its cause. */
function reasonOf(error: unknown): string {
  return stringifyError(
    isError(error) && isError(error.cause) ? error.cause : error,
  );
}

/** Whether sending the same again cannot help: a 4xx other than 429. */
function isFinal(error: unknown): boolean {
  const status =
    isError(error) && error.name === 'ResponseError'
      ? Number(error.statusCode)
      : NaN;
  // A plugin that is still starting has no routes.
  return status >= 400 && status < 500 && ![404, 408, 429].includes(status);
}
