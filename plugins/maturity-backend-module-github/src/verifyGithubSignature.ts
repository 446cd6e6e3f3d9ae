import { AuthenticationError } from '@backstage/errors';
import { isHmac } from '@devops-scorecards/plugin-maturity-node';

/**
 * Proves that a body was signed with a secret of the webhook: the header
 * `X-Hub-Signature-256` is `sha256=` and the HMAC-SHA256 of the raw bytes in
 * hex.
 *
 * @param options - `key`: of the source in the configuration
 * @throws AuthenticationError for a missing, malformed or wrong signature;
 *   it says neither the secret nor the signature that was expected
 */
export function verifyGithubSignature(options: {
  secrets: readonly string[];
  key: string;
  rawBody: Buffer;
  signature: string | undefined;
}): void {
  const { secrets, key, rawBody, signature } = options;
  if (!signature) {
    throw new AuthenticationError(
      `Header X-Hub-Signature-256 is missing: set the secret of the webhook in GitHub to the value of ${key}.webhookSecret`,
    );
  }
  const hex = /^sha256=([0-9a-f]{64})$/i.exec(signature)?.[1];
  const signatures = [Buffer.from(hex ?? '', 'hex')];
  if (!isHmac({ secrets, signed: rawBody, signatures })) {
    throw new AuthenticationError(
      `X-Hub-Signature-256 does not match the body: the secret of the webhook in GitHub must be the value of ${key}.webhookSecret, and nothing on the way may change the body`,
    );
  }
}
