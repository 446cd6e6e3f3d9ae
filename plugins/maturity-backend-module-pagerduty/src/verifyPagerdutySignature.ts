import { AuthenticationError } from '@backstage/errors';
import { isHmac } from '@devops-scorecards/plugin-maturity-node';

const SIGNATURE = /^v1=([0-9a-f]{64})$/i;

/**
 * Proves that a body was signed with a secret of the webhook subscription: the
 * header `X-PagerDuty-Signature` lists `v1=` values, one for each secret while
 * it is changed, of which one is the HMAC-SHA256 of the raw bytes in hex.
 *
 * @see https://developer.pagerduty.com/docs/verifying-signatures
 * @param options - `key`: of the source in the configuration
 * @throws AuthenticationError for a missing, malformed or wrong signature;
 *   it says neither the secret nor the signature that was expected
 */
export function verifyPagerdutySignature(options: {
  secrets: readonly string[];
  key: string;
  rawBody: Buffer;
  signature: string | undefined;
}): void {
  const { secrets, key, rawBody, signature } = options;
  if (!signature) {
    throw new AuthenticationError(
      `Header X-PagerDuty-Signature is missing: deliver with a V3 webhook subscription of PagerDuty, and set ${key}.webhookSecret to its secret`,
    );
  }
  // Signatures of a later version are passed over, as PagerDuty asks.
  const signatures = signature.split(',').flatMap(part => {
    const hex = SIGNATURE.exec(part.trim())?.[1];
    return hex ? [Buffer.from(hex, 'hex')] : [];
  });
  if (!isHmac({ secrets, signed: rawBody, signatures })) {
    throw new AuthenticationError(
      `X-PagerDuty-Signature does not match the body: ${key}.webhookSecret must be the secret of the webhook subscription in PagerDuty, and nothing on the way may change the body`,
    );
  }
}
