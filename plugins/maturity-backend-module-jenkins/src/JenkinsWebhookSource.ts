import {
  asInputError,
  canonicalJson,
  isJsonRecord,
  readJsonBody,
  readPayload,
  readSecrets,
  textOf,
  verifySharedSecret,
  type CloudEvent,
  type MappingContext,
  type SourceDescription,
  type SourceEvent,
  type SourceSettings,
  type WebhookRequest,
  type WebhookSource,
} from '@devops-scorecards/plugin-maturity-node';
import {
  cloudEventSchema,
  notificationSchema,
  type JenkinsBuild,
} from './domain/buildSchemas';
import { mapBuild, type MappedBuild } from './domain/mapBuild';
import type { JenkinsSettings } from './domain/settings';
import { isCloudEvent, readJenkinsEvent } from './readJenkinsEvent';
import { readJenkinsSettings } from './readJenkinsSettings';

/** What Jenkins is and tells. */
export const JENKINS: SourceDescription = {
  type: 'jenkins',
  title: 'Jenkins',
  facts: ['run', 'deployment'],
  names: ['jenkins-job', 'repository'],
};

/**
 * The builds of Jenkins as a source of facts: as its CloudEvents plugin or its
 * notification plugin sends them.
 *
 * @remarks
 *
 * Neither signs: the secret is sent along, see `verifySharedSecret`. A
 * CloudEvent has an id of its own. A notification is identified by its build,
 * phase and time, because a try that failed is made again with another log.
 */
export class JenkinsWebhookSource implements WebhookSource {
  readonly about = JENKINS;
  readonly id: string;
  readonly problem?: string;
  readonly #key: string;
  readonly #secrets: readonly string[];
  readonly #settings: JenkinsSettings;

  /**
   * Reads the settings of a source of type `jenkins`.
   *
   * @throws InputError that names the key to change
   */
  static fromConfig(settings: SourceSettings): JenkinsWebhookSource {
    return new JenkinsWebhookSource(settings, readJenkinsSettings(settings));
  }

  private constructor(
    { id, key, config }: SourceSettings,
    settings: JenkinsSettings,
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
      producer: JENKINS.title,
      key: this.#key,
    });
  }

  map(request: WebhookRequest, context: MappingContext): SourceEvent[] {
    return [
      isCloudEvent(request)
        ? this.#mapCloudEvent(readJenkinsEvent(request), request, context)
        : this.#mapNotification(request, context),
    ];
  }

  #mapCloudEvent(
    event: CloudEvent,
    { receivedAt }: WebhookRequest,
    context: MappingContext,
  ): SourceEvent {
    const data = event.data.kind === 'json' ? event.data.value : undefined;
    const identity = {
      eventId: event.id,
      type: event.type,
      contents: canonicalJson({ type: event.type, data }),
    };
    const record = isJsonRecord(data) ? data : {};
    if (!event.type.startsWith('org.jenkinsci.job.') || !record.build) {
      // Of queues, nodes and jobs: no fact, and who did it is nobody's business.
      return {
        ...identity,
        eventSource: textOf(record, 'ciUrl') ?? event.source,
        occurredAt: event.time ?? receivedAt,
        aliases: [],
        statements: [],
        envelope: { plugin: 'cloudevents', type: event.type },
      };
    }
    const what = `'${event.type.slice(0, 64)}' event of Jenkins`;
    const build = readPayload({
      schema: cloudEventSchema,
      payload: data,
      what,
    });
    const mapped = this.#mapBuild(build, { receivedAt, context });
    return {
      ...eventOf(mapped),
      ...identity,
      eventSource: mapped.origin ?? event.source,
      envelope: {
        plugin: 'cloudevents',
        source: event.source,
        ...attributesOf(build, mapped),
      },
    };
  }

  #mapNotification(
    request: WebhookRequest,
    context: MappingContext,
  ): SourceEvent {
    const { receivedAt } = request;
    const build = readPayload({
      schema: notificationSchema,
      payload: readJsonBody(request, JENKINS.title),
      what: 'message of the notification plugin of Jenkins',
    });
    const mapped = this.#mapBuild(build, { receivedAt, context });
    const { phase, timestamp, status, duration, scm } = build;
    return {
      ...eventOf(mapped),
      eventSource: mapped.origin ?? `/${this.id}`,
      eventId: [mapped.key, phase, timestamp].filter(Boolean).join(' '),
      type: `org.jenkinsci.notification.${phase.toLowerCase()}`,
      contents: canonicalJson({ phase, timestamp, status, duration, scm }),
      envelope: { plugin: 'notification', ...attributesOf(build, mapped) },
    };
  }

  #mapBuild(
    build: JenkinsBuild,
    options: { receivedAt: number; context: MappingContext },
  ): MappedBuild {
    try {
      return mapBuild(build, { ...options, settings: this.#settings });
    } catch (error) {
      throw asInputError(error, 'build of Jenkins');
    }
  }
}

function eventOf({ subject, occurredAt, aliases, statements }: MappedBuild) {
  return { subject, occurredAt, aliases, statements };
}

/** Neither names of people nor parameters, which may be anything. */
function attributesOf(build: JenkinsBuild, { job }: MappedBuild) {
  const { number, phase, status, queueId } = build;
  return { job, number, phase, status, queueId };
}
