import { AuthenticationError } from '@backstage/errors';
import type { WebhookRequest } from '../sources';
import { headerOf } from './headerOf';
import { isHmac, requireSecrets } from './secrets';

/** How far the timestamp may be from the clock: five minutes, as the standard says. */
const TOLERANCE_MS = 5 * 60_000;

/**
 * Proves a delivery by Standard Webhooks: `webhook-signature` lists
 * `v1,<base64>` values, one of which is the HMAC-SHA256 of
 * `<id>.<timestamp>.<body>` under the secret, which is base64 after `whsec_`.
 * The headers of Svix have other names and the same meaning.
 *
 * @see https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md
 * @param options - `key`: of the source in the configuration
 * @returns the id of the message, the same in every try to deliver it
 * @throws AuthenticationError for a missing or wrong signature, and for one
 *   whose time is more than five minutes off
 * @throws NotAllowedError where no secret is configured
 * @public
 */
export function verifyStandardWebhook(options: {
  request: WebhookRequest;
  secrets: readonly string[];
  producer: string;
  key: string;
}): string {
  const { request, secrets, producer, key } = options;
  requireSecrets(options);
  const header = (name: string) =>
    headerOf(request, `webhook-${name}`) ?? headerOf(request, `svix-${name}`);
  const id = header('id');
  const timestamp = header('timestamp');
  const signatures = header('signature');
  if (!id || !timestamp || !signatures) {
    throw new AuthenticationError(
      `The headers webhook-id, webhook-timestamp and webhook-signature are missing: have ${producer} sign its webhooks with the value of ${key}.webhookSecret`,
    );
  }
  if (!/^\d{1,12}$/.test(timestamp)) {
    throw new AuthenticationError(
      'webhook-timestamp must be whole seconds since 1970',
    );
  }
  const off = Math.abs(Number(timestamp) * 1000 - request.receivedAt);
  if (off > TOLERANCE_MS) {
    throw new AuthenticationError(
      `webhook-timestamp is ${Math.round(
        off / 1000,
      )} s off, more than 300: set the clocks, and sign every try anew`,
    );
  }
  const proven = isHmac({
    secrets: secrets.map(keyOf),
    signed: Buffer.concat([
      Buffer.from(`${id}.${timestamp}.`),
      request.rawBody,
    ]),
    signatures: signatures
      .split(/\s+/)
      .filter(part => part.startsWith('v1,'))
      .map(part => Buffer.from(part.slice('v1,'.length), 'base64')),
  });
  if (!proven) {
    throw new AuthenticationError(
      `webhook-signature does not match: ${producer} must sign with the value of ${key}.webhookSecret, and nothing on the way may change the body`,
    );
  }
  return id;
}

function keyOf(secret: string): string | Buffer {
  return secret.startsWith('whsec_')
    ? Buffer.from(secret.slice('whsec_'.length), 'base64')
    : secret;
}
