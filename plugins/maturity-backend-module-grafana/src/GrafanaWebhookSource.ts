import { createHash } from 'node:crypto';
import {
  type AlertDialect,
  mapNotification,
  readSeverities,
} from '@devops-scorecards/plugin-maturity-backend-module-alertmanager';
import {
  asInputError,
  readJsonBody,
  readSecrets,
  requireSecrets,
  verifySharedSecret,
  type SourceDescription,
  type SourceEvent,
  type SourceSettings,
  type WebhookRequest,
  type WebhookSource,
} from '@devops-scorecards/plugin-maturity-node';
import { interpretAlert } from './domain/interpretAlert';
import { isSigned, verifyGrafanaSignature } from './verifyGrafanaSignature';

/** What Grafana is and tells. */
export const GRAFANA: SourceDescription = {
  type: 'grafana',
  title: 'Grafana',
  facts: ['alert'],
  names: ['alert-label', 'service', 'kubernetes', 'event-source'],
};

/**
 * The webhook contact point of Grafana Alerting as a source of alerts.
 *
 * @remarks
 *
 * What it sends is what Alertmanager sends and more, so its alerts are mapped
 * alike. A delivery is proven by its signature, or by the secret itself where
 * the contact point does not sign.
 */
export class GrafanaWebhookSource implements WebhookSource {
  readonly about = GRAFANA;
  readonly id: string;
  readonly problem?: string;
  readonly #key: string;
  readonly #secrets: readonly string[];
  readonly #timestampHeader?: string;
  readonly #dialect: AlertDialect;

  /**
   * Reads the settings of a source of type `grafana`.
   *
   * @throws InputError that names the key to change
   */
  static fromConfig(settings: SourceSettings): GrafanaWebhookSource {
    return new GrafanaWebhookSource(settings, readSeverities(settings));
  }

  private constructor(
    { id, key, config }: SourceSettings,
    severities: AlertDialect['severities'],
  ) {
    this.id = id;
    this.#key = key;
    this.#secrets = readSecrets(config);
    this.#timestampHeader = config
      ?.getOptionalString('timestampHeader')
      ?.toLowerCase();
    this.#dialect = {
      eventType: 'com.grafana.alert',
      severities,
      interpret: interpretAlert,
    };
    if (this.#secrets.length === 0) {
      this.problem = `${key}.webhookSecret is not set`;
    }
  }

  verify(request: WebhookRequest): void {
    const options = {
      request,
      secrets: this.#secrets,
      producer: GRAFANA.title,
      key: this.#key,
    };
    requireSecrets(options);
    if (isSigned(request)) {
      verifyGrafanaSignature({
        ...options,
        timestampHeader: this.#timestampHeader,
      });
    } else {
      verifySharedSecret(options);
    }
  }

  map(request: WebhookRequest): SourceEvent[] {
    const payload = readJsonBody(request, GRAFANA.title);
    try {
      return mapNotification(payload, {
        version: {
          expected: '1',
          otherwise:
            'it must be "1", as the contact point "Webhook" sends it without a custom payload; notifications of Alertmanager ("4") go to a source of type alertmanager',
        },
        dialect: this.#dialect,
        fallbackSource: `/${this.id}`,
        receivedAt: request.receivedAt,
        hash: text => createHash('sha256').update(text).digest('hex'),
      });
    } catch (error) {
      throw asInputError(error, 'notification of Grafana');
    }
  }
}
