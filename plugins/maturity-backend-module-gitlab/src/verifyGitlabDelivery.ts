import {
  AuthenticationError,
  isError,
  NotAllowedError,
} from '@backstage/errors';
import {
  headerOf,
  isSecret,
  verifyStandardWebhook,
  type WebhookRequest,
} from '@devops-scorecards/plugin-maturity-node';

/** Any of these says that the delivery is signed. */
const SIGNATURE_HEADERS = ['webhook-signature', 'svix-signature'];

/**
 * Proves that GitLab sent a delivery.
 *
 * @remarks
 *
 * A signed delivery must bear a good signature; the token beside it does not
 * help it. One without a signature must bring the secret token in
 * `X-Gitlab-Token`, which is only enough where one is configured: with signing
 * tokens alone nothing unsigned is taken in.
 *
 * @param options - `secrets`: plain tokens; `signingTokens`: `whsec_…`; `key`:
 *   of the source in the configuration
 * @throws AuthenticationError for a missing or wrong proof
 * @throws NotAllowedError where what is needed is not configured
 */
export function verifyGitlabDelivery(options: {
  request: WebhookRequest;
  secrets: readonly string[];
  signingTokens: readonly string[];
  key: string;
}): void {
  const { request, secrets, signingTokens, key } = options;
  if (secrets.length === 0 && signingTokens.length === 0) {
    throw new NotAllowedError(
      `No secret is configured for the webhooks of GitLab, so none is trusted: set ${key}.signingToken to the signing token of the webhook, or ${key}.webhookSecret to its secret token`,
    );
  }
  const isSigned = SIGNATURE_HEADERS.some(
    name => headerOf(request, name) !== undefined,
  );
  if (isSigned) {
    verifySignature(options);
    return;
  }
  if (secrets.length === 0) {
    throw new AuthenticationError(
      `The delivery is not signed: generate a signing token for the webhook in GitLab and set ${key}.signingToken to it`,
    );
  }
  const token = headerOf(request, 'x-gitlab-token');
  if (token === undefined) {
    throw new AuthenticationError(
      `Header X-Gitlab-Token is missing: set the secret token of the webhook in GitLab to the value of ${key}.webhookSecret`,
    );
  }
  if (!isSecret(secrets, token)) {
    throw new AuthenticationError(
      `X-Gitlab-Token is wrong: the secret token of the webhook in GitLab must be the value of ${key}.webhookSecret`,
    );
  }
}

function verifySignature(
  options: Parameters<typeof verifyGitlabDelivery>[0],
): void {
  const { request, signingTokens, key } = options;
  if (signingTokens.length === 0) {
    throw new NotAllowedError(
      `The delivery is signed and there is nothing to verify it with: set ${key}.signingToken to the signing token of the webhook in GitLab`,
    );
  }
  try {
    verifyStandardWebhook({
      request,
      secrets: signingTokens,
      producer: 'GitLab',
      key,
    });
  } catch (error) {
    // What is thrown names the setting of producers that only sign.
    throw isError(error) && error.name === 'AuthenticationError'
      ? new AuthenticationError(
          `The signature of the delivery does not hold: ${key}.signingToken must be the signing token of the webhook in GitLab, the clocks must agree within five minutes, and nothing on the way may change the body`,
        )
      : error;
  }
}
