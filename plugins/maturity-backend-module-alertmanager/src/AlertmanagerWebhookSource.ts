import { createHash } from 'node:crypto';
import {
  asInputError,
  readJsonBody,
  readNamedValues,
  readSecrets,
  verifySharedSecret,
  type SourceDescription,
  type SourceEvent,
  type SourceSettings,
  type WebhookRequest,
  type WebhookSource,
} from '@devops-scorecards/plugin-maturity-node';
import type { AlertDialect, AlertSeverity } from './domain/mapAlert';
import { mapNotification } from './domain/mapNotification';

/** What Alertmanager is and tells. */
export const ALERTMANAGER: SourceDescription = {
  type: 'alertmanager',
  title: 'Alertmanager',
  facts: ['alert'],
  names: ['alert-label', 'service', 'kubernetes', 'event-source'],
};

const SEVERITIES: readonly AlertSeverity[] = ['critical', 'warning', 'info'];

/** What the rules of Prometheus and of Kubernetes call them. */
const DEFAULT_SEVERITIES: Readonly<Record<AlertSeverity, readonly string[]>> = {
  critical: ['critical', 'page'],
  warning: ['warning', 'ticket'],
  info: ['info'],
};

/**
 * Severity by the word of the label `severity`, as `severities` of the source
 * says.
 *
 * @throws InputError that names the key to change
 */
export function readSeverities({
  config,
  key,
}: SourceSettings): AlertDialect['severities'] {
  return readNamedValues({
    config,
    key,
    name: 'severities',
    values: SEVERITIES,
    fallback: DEFAULT_SEVERITIES,
  });
}

/**
 * The notifications of Alertmanager as a source of alerts.
 *
 * @remarks
 *
 * Alertmanager does not sign: it sends the secret along, see
 * `verifySharedSecret`. A delivery has several alerts and comes again every
 * `repeat_interval`, so events are identified by what they say.
 */
export class AlertmanagerWebhookSource implements WebhookSource {
  readonly about = ALERTMANAGER;
  readonly id: string;
  readonly problem?: string;
  readonly #key: string;
  readonly #secrets: readonly string[];
  readonly #dialect: AlertDialect;

  /**
   * Reads the settings of a source of type `alertmanager`.
   *
   * @throws InputError that names the key to change
   */
  static fromConfig(settings: SourceSettings): AlertmanagerWebhookSource {
    return new AlertmanagerWebhookSource(settings, readSeverities(settings));
  }

  private constructor(
    { id, key, config }: SourceSettings,
    severities: AlertDialect['severities'],
  ) {
    this.id = id;
    this.#key = key;
    this.#secrets = readSecrets(config);
    this.#dialect = { eventType: 'io.prometheus.alert', severities };
    if (this.#secrets.length === 0) {
      this.problem = `${key}.webhookSecret is not set`;
    }
  }

  verify(request: WebhookRequest): void {
    verifySharedSecret({
      request,
      secrets: this.#secrets,
      producer: ALERTMANAGER.title,
      key: this.#key,
    });
  }

  map(request: WebhookRequest): SourceEvent[] {
    const payload = readJsonBody(request, ALERTMANAGER.title);
    try {
      return mapNotification(payload, {
        version: {
          expected: '4',
          otherwise:
            'it must be "4"; alerts of Grafana ("1") go to a source of type grafana',
        },
        dialect: this.#dialect,
        fallbackSource: `/${this.id}`,
        receivedAt: request.receivedAt,
        hash: text => createHash('sha256').update(text).digest('hex'),
      });
    } catch (error) {
      throw asInputError(error, 'notification of Alertmanager');
    }
  }
}
