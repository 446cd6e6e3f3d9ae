import type { WebhookRequest } from '../sources';

/**
 * The value of a header, the first one where it was sent several times.
 *
 * @param name - in lower case
 * @public
 */
export function headerOf(
  request: Pick<WebhookRequest, 'headers'>,
  name: string,
): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
