import {
  asInputError,
  headerOf,
  readJsonBody,
  readSecrets,
  requireSecrets,
  type SourceDescription,
  type SourceEvent,
  type SourceSettings,
  type WebhookRequest,
  type WebhookSource,
} from '@devops-scorecards/plugin-maturity-node';
import {
  mapPagerdutyEvent,
  type PagerdutySettings,
} from './domain/mapPagerdutyEvent';
import { readAlerts } from './readAlerts';
import { readSeverities } from './readSeverities';
import { verifyPagerdutySignature } from './verifyPagerdutySignature';

/** What PagerDuty is and tells, unless its incidents are alerts as well. */
export const PAGERDUTY: SourceDescription = {
  type: 'pagerduty',
  title: 'PagerDuty',
  facts: ['incident'],
  names: ['pagerduty-service'],
};

/**
 * The V3 webhooks of PagerDuty as a source of facts.
 *
 * @remarks
 *
 * An event is identified by its own id, which the signature covers: it is the
 * same in every try, and in the deliveries of two subscriptions. PagerDuty
 * drops what is answered with 4xx and switches a subscription off after three
 * of these, so an event of a kind that is not known is stored and not refused.
 */
export class PagerdutyWebhookSource implements WebhookSource {
  readonly about: SourceDescription;
  readonly id: string;
  readonly problem?: string;
  readonly #key: string;
  readonly #secrets: readonly string[];
  readonly #settings: PagerdutySettings;

  /**
   * Reads the settings of a source of type `pagerduty`.
   *
   * @throws InputError that names the key to change
   */
  static fromConfig(settings: SourceSettings): PagerdutyWebhookSource {
    return new PagerdutyWebhookSource(settings, {
      severities: readSeverities(settings),
      alerts: readAlerts(settings),
    });
  }

  private constructor(
    { id, key, config }: SourceSettings,
    settings: PagerdutySettings,
  ) {
    this.about = settings.alerts
      ? { ...PAGERDUTY, facts: [...PAGERDUTY.facts, 'alert'] }
      : PAGERDUTY;
    this.id = id;
    this.#key = key;
    this.#secrets = readSecrets(config);
    this.#settings = settings;
    if (this.#secrets.length === 0) {
      this.problem = `${key}.webhookSecret is not set`;
    }
  }

  verify(request: WebhookRequest): void {
    requireSecrets({
      secrets: this.#secrets,
      producer: PAGERDUTY.title,
      key: this.#key,
    });
    verifyPagerdutySignature({
      secrets: this.#secrets,
      key: this.#key,
      rawBody: request.rawBody,
      signature: headerOf(request, 'x-pagerduty-signature'),
    });
  }

  map(request: WebhookRequest): SourceEvent[] {
    const payload = readJsonBody(request, PAGERDUTY.title);
    try {
      return [mapPagerdutyEvent(payload, this.#settings)];
    } catch (error) {
      throw asInputError(error, 'V3 webhook of PagerDuty');
    }
  }
}
