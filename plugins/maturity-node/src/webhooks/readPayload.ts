import { InputError } from '@backstage/errors';
import { z } from 'zod';

/**
 * The documented parts of a payload.
 *
 * @param options - `what`: what the payload should be, for the message, for
 *   example `'push' event of GitHub`
 * @throws InputError that names the first member that is not as documented,
 *   and never quotes the payload
 * @public
 */
export function readPayload<S extends z.ZodType>(options: {
  schema: S;
  payload: unknown;
  what: string;
}): z.output<S> {
  const { schema, payload, what } = options;
  try {
    return schema.parse(payload);
  } catch (error) {
    throw asInputError(error, what);
  }
}

/**
 * What a schema found wrong, as an answer to the sender; any other error stays
 * as it is.
 *
 * @public
 */
export function asInputError(error: unknown, what: string): unknown {
  if (!(error instanceof z.ZodError)) {
    return error;
  }
  const [issue] = error.issues;
  const place = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  return new InputError(`The payload is no ${what}: ${place}${issue.message}`);
}
