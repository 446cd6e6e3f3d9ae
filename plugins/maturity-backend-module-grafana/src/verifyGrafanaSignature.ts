import { AuthenticationError } from '@backstage/errors';
import {
  headerOf,
  isHmac,
  type WebhookRequest,
} from '@devops-scorecards/plugin-maturity-node';

/** Where Grafana puts the signature unless it is told otherwise. */
const SIGNATURE_HEADER = 'x-grafana-alerting-signature';

/** How far the timestamp may be from the clock. */
const TOLERANCE_MS = 5 * 60_000;

/** Whether a delivery is signed; if not it brings the secret itself. */
export function isSigned(request: WebhookRequest): boolean {
  return headerOf(request, SIGNATURE_HEADER) !== undefined;
}

/**
 * Proves that Grafana signed a body with the secret of the contact point: the
 * header is the HMAC-SHA256 in hex, of the raw bytes or, where a timestamp
 * header is set, of `<seconds>:` and the raw bytes.
 *
 * @see https://grafana.com/docs/grafana/latest/alerting/configure-notifications/manage-contact-points/integrations/webhook-notifier/#hmac-signature
 * @param options - `key`: of the source in the configuration;
 *   `timestampHeader`: its name in lower case, where the contact point has one
 * @throws AuthenticationError for a wrong signature, and for a timestamp that
 *   is missing or more than five minutes off
 */
export function verifyGrafanaSignature(options: {
  request: WebhookRequest;
  secrets: readonly string[];
  key: string;
  timestampHeader?: string;
}): void {
  const { request, secrets, key, timestampHeader } = options;
  const prefix = timestampHeader
    ? `${readTimestamp(request, { key, timestampHeader })}:`
    : '';
  const signature = headerOf(request, SIGNATURE_HEADER) ?? '';
  const hex = /^[0-9a-f]{64}$/i.test(signature) ? signature : '';
  const proven = isHmac({
    secrets,
    signed: Buffer.concat([Buffer.from(prefix), request.rawBody]),
    signatures: [Buffer.from(hex, 'hex')],
  });
  if (!proven) {
    throw new AuthenticationError(
      `X-Grafana-Alerting-Signature does not match the body: the secret of the HMAC signature in Grafana must be the value of ${key}.webhookSecret, its timestamp header that of ${key}.timestampHeader, and nothing on the way may change the body`,
    );
  }
}

function readTimestamp(
  request: WebhookRequest,
  options: { key: string; timestampHeader: string },
): string {
  const { key, timestampHeader } = options;
  const timestamp = headerOf(request, timestampHeader) ?? '';
  if (!/^\d{1,12}$/.test(timestamp)) {
    throw new AuthenticationError(
      `Header ${timestampHeader} is missing or no whole number of seconds: set it as the timestamp header of the HMAC signature in Grafana, or remove ${key}.timestampHeader`,
    );
  }
  const off = Math.abs(Number(timestamp) * 1000 - request.receivedAt);
  if (off > TOLERANCE_MS) {
    throw new AuthenticationError(
      `${timestampHeader} is ${Math.round(
        off / 1000,
      )} s off, more than 300: set the clocks`,
    );
  }
  return timestamp;
}
