import { isError } from '@backstage/errors';
import { EXIT } from './exitCodes';
import { printable } from './printable';

/** Answers that say that what was sent is wrong, and not who sent it. */
const REFUSALS = new Set([400, 404, 409, 413, 415, 422]);

/** What to say of an error, and how to end. */
export function describeFailure(error: unknown): {
  message: string;
  code: number;
} {
  if (!isError(error)) {
    return { message: String(error), code: EXIT.failed };
  }
  const { statusCode } = error;
  if (typeof statusCode === 'number') {
    const said = isError(error.cause) ? error.cause.message : error.message;
    return {
      message: `The portal answered ${statusCode}: ${printable(said)}`,
      code: REFUSALS.has(statusCode) ? EXIT.refused : EXIT.failed,
    };
  }
  // What fetch says of a connection is in the cause.
  const reason = isError(error.cause) ? causeOf(error.cause) : undefined;
  return {
    message: reason ? `${error.message}: ${reason}` : error.message,
    code: EXIT.failed,
  };
}

function causeOf(cause: Error & { code?: unknown }): string {
  return cause.message || String(cause.code ?? cause.name);
}
