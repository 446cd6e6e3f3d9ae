import { createHmac, timingSafeEqual } from 'node:crypto';
import { AuthenticationError } from '@backstage/errors';

/**
 * Proves that a body was signed with the secret of the webhook: the header
 * `X-Hub-Signature-256` is `sha256=` and the HMAC-SHA256 of the raw bytes in
 * hex.
 *
 * @throws AuthenticationError for a missing, malformed or wrong signature;
 *   it says neither the secret nor the signature that was expected
 */
export function verifyGithubSignature(options: {
  secret: string;
  rawBody: Buffer;
  signature: string | undefined;
}): void {
  const { secret, rawBody, signature } = options;
  if (!signature) {
    throw new AuthenticationError(
      'Header X-Hub-Signature-256 is missing: set the secret of the webhook in GitHub to the value of maturity.sources.github.webhookSecret',
    );
  }
  const hex = /^sha256=([0-9a-f]{64})$/i.exec(signature)?.[1];
  const actual = Buffer.from(hex ?? '', 'hex');
  const expected = createHmac('sha256', secret).update(rawBody).digest();
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) {
    throw new AuthenticationError(
      'X-Hub-Signature-256 does not match the body: the secret of the webhook in GitHub must be the value of maturity.sources.github.webhookSecret, and nothing on the way may change the body',
    );
  }
}
