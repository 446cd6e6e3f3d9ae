import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Config } from '@backstage/config';
import { AuthenticationError, NotAllowedError } from '@backstage/errors';
import type { WebhookRequest } from '../sources';
import { headerOf } from './headerOf';

/** Key of a source's secrets, below the source. */
const SECRET_KEY = 'webhookSecret';

/**
 * The secrets of a source: `webhookSecret` is one, or a list while they are
 * rotated. Any of them proves a delivery.
 *
 * @public
 */
export function readSecrets(config: Config | undefined): readonly string[] {
  const value = config?.getOptional(SECRET_KEY);
  if (Array.isArray(value)) {
    return config!.getStringArray(SECRET_KEY);
  }
  const secret = config?.getOptionalString(SECRET_KEY);
  return secret ? [secret] : [];
}

/**
 * Refuses every delivery of a source without a secret.
 *
 * @param options - `key`: of the source in the configuration
 * @throws NotAllowedError that says what to configure
 * @public
 */
export function requireSecrets(options: {
  secrets: readonly string[];
  producer: string;
  key: string;
}): void {
  if (options.secrets.length === 0) {
    throw new NotAllowedError(
      `No secret is configured for the webhooks of ${options.producer}, so none is trusted: set ${options.key}.${SECRET_KEY} and the same secret in ${options.producer}`,
    );
  }
}

/**
 * Whether one of the signatures is the HMAC of the bytes under one of the
 * secrets. Takes the same time for every wrong signature.
 *
 * @param options - `signed`: the exact bytes; `signatures`: as bytes, of any
 *   length
 * @public
 */
export function isHmac(options: {
  algorithm?: 'sha256' | 'sha1';
  secrets: readonly (string | Buffer)[];
  signed: Buffer;
  signatures: readonly Buffer[];
}): boolean {
  const { algorithm = 'sha256', secrets, signed, signatures } = options;
  let proven = false;
  for (const secret of secrets) {
    const expected = createHmac(algorithm, secret).update(signed).digest();
    for (const signature of signatures) {
      proven =
        (signature.length === expected.length &&
          timingSafeEqual(signature, expected)) ||
        proven;
    }
  }
  return proven;
}

/**
 * Whether a token is one of the secrets, compared in constant time whatever
 * their lengths.
 *
 * @public
 */
export function isSecret(
  secrets: readonly string[],
  token: string | undefined,
): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  const given = digest(token ?? '');
  let proven = false;
  for (const secret of secrets) {
    proven = timingSafeEqual(given, digest(secret)) || proven;
  }
  return proven && token !== undefined;
}

/**
 * Proves a delivery of a producer that cannot sign: it sends the secret as a
 * bearer token, as the password of basic authentication, or in the header
 * `X-Webhook-Token`.
 *
 * @param options - `key`: of the source in the configuration
 * @throws AuthenticationError for a missing or wrong secret
 * @throws NotAllowedError where no secret is configured
 * @public
 */
export function verifySharedSecret(options: {
  request: WebhookRequest;
  secrets: readonly string[];
  producer: string;
  key: string;
}): void {
  const { request, secrets, producer, key } = options;
  requireSecrets(options);
  const token =
    headerOf(request, 'x-webhook-token') ??
    tokenOf(headerOf(request, 'authorization'));
  if (token === undefined) {
    throw new AuthenticationError(
      `The delivery brings no secret: have ${producer} send the value of ${key}.${SECRET_KEY} as a bearer token, as the password of basic authentication, or in the header X-Webhook-Token`,
    );
  }
  if (!isSecret(secrets, token)) {
    throw new AuthenticationError(
      `The secret of the delivery is wrong: ${producer} must send the value of ${key}.${SECRET_KEY}`,
    );
  }
}

/** Of `Bearer <token>` the token, of `Basic <user:password>` the password. */
function tokenOf(authorization: string | undefined): string | undefined {
  const [, scheme, value] =
    /^(bearer|basic)\s+(\S+)\s*$/i.exec(authorization ?? '') ?? [];
  if (value === undefined) {
    return undefined;
  }
  if (scheme.toLowerCase() === 'bearer') {
    return value;
  }
  const credentials = Buffer.from(value, 'base64').toString('utf8');
  const colon = credentials.indexOf(':');
  return colon < 0 ? undefined : credentials.slice(colon + 1);
}
