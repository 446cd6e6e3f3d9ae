import { createHash } from 'node:crypto';
import {
  asInputError,
  readJsonBody,
  readSecrets,
  verifySharedSecret,
  type SourceDescription,
  type SourceEvent,
  type SourceSettings,
  type WebhookRequest,
  type WebhookSource,
} from '@devops-scorecards/plugin-maturity-node';
import {
  mapOpsgenieAction,
  type OpsgenieSettings,
} from './domain/mapOpsgenieAction';
import { quoteBigIntegers } from './domain/quoteBigIntegers';
import { readOpsgenieSettings } from './readOpsgenieSettings';

/** What Opsgenie is and tells. */
export const OPSGENIE: SourceDescription = {
  type: 'opsgenie',
  title: 'Opsgenie',
  facts: ['alert', 'incident'],
  names: ['opsgenie'],
};

/**
 * The webhooks of Opsgenie as a source of facts: its alerts, and incidents
 * where the configuration says which alerts are some.
 *
 * @remarks
 *
 * Opsgenie cannot sign; it sends the secret along, in a header of its own or
 * in the address. So everybody who sees a delivery can send others: use HTTPS.
 */
export class OpsgenieWebhookSource implements WebhookSource {
  readonly about = OPSGENIE;
  readonly id: string;
  readonly problem?: string;
  readonly #key: string;
  readonly #secrets: readonly string[];
  readonly #settings: OpsgenieSettings;

  /**
   * Reads the settings of a source of type `opsgenie`.
   *
   * @throws InputError that names the key to change
   */
  static fromConfig(settings: SourceSettings): OpsgenieWebhookSource {
    return new OpsgenieWebhookSource(settings, readOpsgenieSettings(settings));
  }

  private constructor(
    { id, key, config }: SourceSettings,
    settings: OpsgenieSettings,
  ) {
    this.id = id;
    this.#key = key;
    this.#secrets = readSecrets(config);
    this.#settings = settings;
    if (this.#secrets.length === 0) {
      this.problem = `${key}.webhookSecret is not set`;
    }
  }

  verify(request: WebhookRequest): void {
    verifySharedSecret({
      request,
      secrets: this.#secrets,
      producer: OPSGENIE.title,
      key: this.#key,
    });
  }

  map(request: WebhookRequest): SourceEvent[] {
    const payload = readJsonBody(withBigIntegers(request), OPSGENIE.title);
    try {
      return [
        mapOpsgenieAction({
          payload,
          receivedAt: request.receivedAt,
          bodyHash: createHash('sha256').update(request.rawBody).digest('hex'),
          settings: this.#settings,
        }),
      ];
    } catch (error) {
      throw asInputError(error, 'webhook of Opsgenie');
    }
  }
}

/** Latin 1 keeps every byte as it is, also those that are no UTF-8. */
function withBigIntegers(request: WebhookRequest): WebhookRequest {
  const body = quoteBigIntegers(request.rawBody.toString('latin1'));
  return { ...request, rawBody: Buffer.from(body, 'latin1') };
}
