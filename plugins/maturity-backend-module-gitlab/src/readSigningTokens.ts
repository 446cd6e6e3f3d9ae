import { InputError } from '@backstage/errors';
import type { SourceSettings } from '@devops-scorecards/plugin-maturity-node';

/** `whsec_` and base64 of at least 24 bytes, as Standard Webhooks asks. */
const SIGNING_TOKEN = /^whsec_[A-Za-z0-9+/]{32,}={0,2}$/;

/**
 * Reads the signing tokens of a source, one or a list while it is changed.
 *
 * @throws InputError for what is no signing token; it does not quote it
 */
export function readSigningTokens({
  key,
  config,
}: SourceSettings): readonly string[] {
  const value = config?.getOptional('signingToken');
  if (value === undefined) {
    return [];
  }
  const tokens = Array.isArray(value)
    ? config!.getStringArray('signingToken')
    : [config!.getString('signingToken')];
  if (!tokens.every(token => SIGNING_TOKEN.test(token))) {
    throw new InputError(
      `${key}.signingToken is no signing token: set it to what GitLab generated, which begins with whsec_`,
    );
  }
  return tokens;
}
