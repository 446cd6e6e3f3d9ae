import { InputError } from '@backstage/errors';
import { isDeeperThan } from '../domain';
import type { WebhookRequest } from '../sources';
import { headerOf } from './headerOf';

/** Deeper than any payload that producers document. */
const MAX_DEPTH = 64;

/**
 * The body of a delivery as JSON.
 *
 * @param producer - as its vendor writes it, for messages
 * @throws InputError for another content type, for what is no JSON in UTF-8,
 *   and for what is nested too deep
 * @public
 */
export function readJsonBody(
  request: WebhookRequest,
  producer: string,
): unknown {
  const contentType = headerOf(request, 'content-type') ?? '';
  if (!/^application\/(?:[\w.-]+\+)?json\s*(;|$)/i.test(contentType)) {
    throw new InputError(
      `The delivery is not application/json: set the content type of the webhook in ${producer} to application/json`,
    );
  }
  let body: unknown;
  try {
    body = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(request.rawBody),
    );
  } catch {
    // The parser's message would quote the body.
    throw new InputError('The body of the delivery is not JSON in UTF-8');
  }
  if (isDeeperThan(body, MAX_DEPTH)) {
    throw new InputError(
      `The body of the delivery is nested more than ${MAX_DEPTH} deep, which no payload of ${producer} is`,
    );
  }
  return body;
}
