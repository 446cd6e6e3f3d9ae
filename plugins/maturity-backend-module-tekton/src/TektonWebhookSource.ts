import { InputError } from '@backstage/errors';
import {
  readCloudEvent,
  canonicalJson,
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
import { z } from 'zod';
import { mapPipelineRun, type MappedRun } from './domain/mapPipelineRun';
import { pipelineRunDataSchema } from './domain/pipelineRunSchema';

/** What Tekton is and tells. */
export const TEKTON: SourceDescription = {
  type: 'tekton',
  title: 'Tekton',
  facts: ['run', 'deployment'],
  names: ['kubernetes', 'pipeline', 'repository'],
};

const DEFAULT_TRUNK = ['main', 'master'];

const OF_PIPELINE_RUN = 'dev.tekton.event.pipelinerun.';

/**
 * The CloudEvents of Tekton as a source of facts.
 *
 * @remarks
 *
 * Tekton does not sign: the secret is sent along, see `verifySharedSecret`. An
 * event has an id of its own, the same in every try to deliver it.
 */
export class TektonWebhookSource implements WebhookSource {
  readonly about = TEKTON;
  readonly id: string;
  readonly problem?: string;
  readonly #key: string;
  readonly #secrets: readonly string[];
  readonly #trunk: ReadonlySet<string>;

  /**
   * Reads the settings of a source of type `tekton`.
   *
   * @throws InputError that names the key to change
   */
  static fromConfig(settings: SourceSettings): TektonWebhookSource {
    const trunk = z
      .array(z.string().min(1))
      .safeParse(settings.config?.getOptional('trunk') ?? DEFAULT_TRUNK);
    if (!trunk.success) {
      throw new InputError(
        `${settings.key}.trunk cannot be read: it must be a list of branches, such as main`,
      );
    }
    return new TektonWebhookSource(settings, new Set(trunk.data));
  }

  private constructor(
    { id, key, config }: SourceSettings,
    trunk: ReadonlySet<string>,
  ) {
    this.id = id;
    this.#key = key;
    this.#secrets = readSecrets(config);
    this.#trunk = trunk;
    if (this.#secrets.length === 0) {
      this.problem = `${key}.webhookSecret is not set`;
    }
  }

  verify(request: WebhookRequest): void {
    verifySharedSecret({
      request,
      secrets: this.#secrets,
      producer: TEKTON.title,
      key: this.#key,
    });
  }

  map(request: WebhookRequest, context: MappingContext): SourceEvent[] {
    const event = readCloudEvent(request, 'Tekton');
    const { id, source, type, subject, data } = event;
    const payload = data.kind === 'json' ? data.value : undefined;
    const sentAt = event.time ?? request.receivedAt;
    const mapped: MappedRun = type.startsWith(OF_PIPELINE_RUN)
      ? this.#mapRun({ payload, type, sentAt, context })
      : // Tasks are parts of a run, which tells of itself.
        {
          subject: subject ?? source,
          occurredAt: sentAt,
          aliases: [],
          statements: [],
        };
    return [
      {
        ...mapped,
        eventSource: source,
        eventId: id,
        type,
        // Not the attributes: what passes events on may add some.
        contents: canonicalJson({ type, data: payload }),
        envelope: { type, source, subject, time: event.time },
      },
    ];
  }

  #mapRun(options: {
    payload: unknown;
    type: string;
    sentAt: number;
    context: MappingContext;
  }): MappedRun {
    const { payload, type, sentAt, context } = options;
    const { pipelineRun } = readPayload({
      schema: pipelineRunDataSchema,
      payload,
      what: `'${type.slice(0, 64)}' event of Tekton`,
    });
    return mapPipelineRun(pipelineRun, {
      trunk: this.#trunk,
      context,
      sentAt,
    });
  }
}
