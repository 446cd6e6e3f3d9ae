import {
  normaliseEntityRef,
  readJsonBody,
  readPayload,
  readSecrets,
  verifySharedSecret,
  type MappingContext,
  type SourceDescription,
  type SourceEvent,
  type SourceSettings,
  type WebhookRequest,
  type WebhookSource,
} from '@devops-scorecards/plugin-maturity-node';
import { identifyNotification } from './domain/identifyNotification';
import { mapNotification } from './domain/mapNotification';
import { namesOfApplication } from './domain/namesOfApplication';
import {
  payloadSchema,
  revisionText,
  versionSchema,
} from './domain/payloadSchema';
import type { ArgocdSettings } from './domain/settings';
import { readArgocdSettings } from './readArgocdSettings';

/** What Argo CD is and tells. */
export const ARGOCD: SourceDescription = {
  type: 'argocd',
  title: 'Argo CD',
  facts: ['deployment'],
  names: ['argocd-app', 'kubernetes', 'repository'],
};

/**
 * The notifications of Argo CD as a source of deployments, as our template
 * renders them.
 *
 * @remarks
 *
 * Argo CD does not sign: the secret is sent along, see `verifySharedSecret`. A
 * notification shows a state and has no id, see {@link identifyNotification}.
 */
export class ArgocdWebhookSource implements WebhookSource {
  readonly about = ARGOCD;
  readonly id: string;
  readonly problem?: string;
  readonly #key: string;
  readonly #secrets: readonly string[];
  readonly #settings: ArgocdSettings;

  /**
   * Reads the settings of a source of type `argocd`.
   *
   * @throws InputError that names the key to change
   */
  static fromConfig(settings: SourceSettings): ArgocdWebhookSource {
    return new ArgocdWebhookSource(settings, readArgocdSettings(settings));
  }

  private constructor(
    { id, key, config }: SourceSettings,
    settings: ArgocdSettings,
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
      producer: ARGOCD.title,
      key: this.#key,
    });
  }

  map(request: WebhookRequest, context: MappingContext): SourceEvent[] {
    const { receivedAt } = request;
    const body = readJsonBody(request, ARGOCD.title);
    const what =
      'notification of Argo CD by the template of the maturity scorecards';
    readPayload({ schema: versionSchema, payload: body, what });
    const payload = readPayload({ schema: payloadSchema, payload: body, what });
    const { application, operation, health } = payload;
    const statement = mapNotification(payload, {
      settings: this.#settings,
      context,
      receivedAt,
    });
    const phase = operation.phase ?? 'none';
    const subject = `${application.namespace}/${application.name}`;
    const { eventId, contents } = identifyNotification(payload);
    return [
      {
        eventSource: payload.argocd ?? `/${this.id}`,
        eventId,
        type: `io.argoproj.sync.${phase.toLowerCase()}`,
        subject,
        occurredAt: statement?.occurredAt ?? receivedAt,
        entityRef: normaliseEntityRef(application.entityRef ?? ''),
        aliases: namesOfApplication(payload),
        statements: statement ? [statement] : [],
        contents,
        // Without the user.
        envelope: {
          application: subject,
          uid: application.uid,
          phase,
          health: health.status,
          revision: revisionText(operation),
        },
      },
    ];
  }
}
