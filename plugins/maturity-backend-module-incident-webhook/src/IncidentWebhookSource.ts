import { InputError } from '@backstage/errors';
import {
  asInputError,
  headerOf,
  readJsonBody,
  readSecrets,
  verifyStandardWebhook,
  type SourceDescription,
  type SourceEvent,
  type SourceSettings,
  type WebhookRequest,
  type WebhookSource,
} from '@devops-scorecards/plugin-maturity-node';
import { mapIncidentEvent } from './domain/mapIncidentEvent';

/** What the incident webhook is and tells. */
export const INCIDENT_WEBHOOK: SourceDescription = {
  type: 'incident-webhook',
  title: 'Incident webhook',
  facts: ['incident', 'alert'],
  names: ['service', 'event-source'],
};

/**
 * Incidents and alerts of any tool that can sign what it sends by Standard
 * Webhooks, in a form of ours, as a source of facts.
 *
 * @remarks
 *
 * An event is identified by the id of its message, which the signature covers
 * and which is the same in every try to deliver it.
 */
export class IncidentWebhookSource implements WebhookSource {
  readonly about = INCIDENT_WEBHOOK;
  readonly id: string;
  readonly problem?: string;
  readonly #key: string;
  readonly #secrets: readonly string[];

  /** Reads the settings of a source of type `incident-webhook`. */
  static fromConfig(settings: SourceSettings): IncidentWebhookSource {
    return new IncidentWebhookSource(settings);
  }

  private constructor({ id, key, config }: SourceSettings) {
    this.id = id;
    this.#key = key;
    this.#secrets = readSecrets(config);
    if (this.#secrets.length === 0) {
      this.problem = `${key}.webhookSecret is not set`;
    }
  }

  verify(request: WebhookRequest): void {
    verifyStandardWebhook({
      request,
      secrets: this.#secrets,
      producer: 'the incident tool',
      key: this.#key,
    });
  }

  map(request: WebhookRequest): SourceEvent[] {
    const eventId =
      headerOf(request, 'webhook-id') ?? headerOf(request, 'svix-id');
    if (!eventId) {
      throw new InputError(
        'Header webhook-id is missing: send an id that is the same in every try to deliver the event',
      );
    }
    const payload = readJsonBody(request, 'the incident tool');
    try {
      return [mapIncidentEvent(payload, { eventId, source: this.id })];
    } catch (error) {
      throw asInputError(error, 'event of the incident webhook');
    }
  }
}
