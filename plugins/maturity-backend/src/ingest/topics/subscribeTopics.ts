import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';
import type { IngestResponse } from '@devops-scorecards/plugin-maturity-common';
import type { WebhookSource } from '@devops-scorecards/plugin-maturity-node';
import { auditDelivery } from '../auditDelivery';
import type { IngestService } from '../IngestService';
import type { ConfiguredSource } from '../readIngestConfig';
import { messageOf, webhookOf, type TopicEvent } from './domain/messageOf';

/** Options of {@link subscribeTopics}. */
export interface SubscribeTopicsOptions {
  events: EventsService;
  ingest: IngestService;
  sources: readonly ConfiguredSource[];
  webhookSources: readonly WebhookSource[];
  auditor: AuditorService;
  logger: LoggerService;
  /** Epoch milliseconds. */
  clock: () => number;
}

/**
 * The second door: what brokers bring to the events service of Backstage is
 * taken in by the sources that name its topics.
 *
 * @remarks
 *
 * It delivers at most once. The modules of brokers and the ingress over HTTP
 * have answered their producer before an event gets here, so one that cannot be
 * stored is lost; the log says how many. Whoever may publish on a topic may
 * speak for its source: signatures are checked, if at all, in front of it.
 */
export async function subscribeTopics(
  options: SubscribeTopicsOptions,
): Promise<void> {
  for (const source of options.sources) {
    if (source.topics.length > 0) {
      await options.events.subscribe({
        id: `maturity-source-${source.name}`,
        topics: [...source.topics],
        onEvent: event => takeIn(options, source, event),
      });
    }
  }
}

async function takeIn(
  options: SubscribeTopicsOptions,
  source: ConfiguredSource,
  event: TopicEvent & { topic: string },
): Promise<void> {
  const { auditor, logger } = options;
  const { topic } = event;
  try {
    await auditDelivery(
      auditor,
      { meta: { door: 'topics', topic, source: source.name } },
      async () => {
        const answer = await ingestTopicEvent(options, source, event);
        const { stored, duplicates, conflicts, refused } = answer;
        if (refused > 0) {
          const { message } = answer.results.find(
            ({ status }) => status === 'refused',
          )!;
          logger.warn(
            `Source '${source.name}' had ${refused} events refused from topic '${topic}', the first because: ${message}`,
          );
        }
        return {
          meta: { source: source.name, stored, duplicates, conflicts, refused },
          failure:
            stored + duplicates > 0 || refused + conflicts === 0
              ? undefined
              : new InputError(`No event of topic '${topic}' was accepted`),
        };
      },
    );
  } catch (error) {
    // Nobody is left to answer: another subscriber must not suffer.
    logger.error(
      `An event of topic '${topic}' was lost for source '${source.name}'`,
      error as Error,
    );
  }
}

async function ingestTopicEvent(
  { ingest, webhookSources, clock }: SubscribeTopicsOptions,
  source: ConfiguredSource,
  event: TopicEvent & { topic: string },
): Promise<IngestResponse> {
  const receivedAt = clock();
  const webhook = webhookSources.find(({ id }) => id === source.name);
  const message = messageOf(event);
  if (message && !webhook) {
    const answer = await ingest.ingestCloudEvents({
      source,
      request: message,
      receivedAt,
      door: 'topics',
    });
    if (!answer.ok) {
      throw new InputError(answer.refusal.message);
    }
    return answer.value;
  }
  if (!webhook) {
    throw new InputError(
      `What topic '${event.topic}' carries is no CloudEvent, and no module knows the webhooks of source '${source.name}': publish CloudEvents in structured mode, or in binary mode with ce_ or ce- attributes beside the payload`,
    );
  }
  const { headers, body } = webhookOf(event);
  return await ingest.ingestWebhook({
    source,
    webhook,
    request: { headers, rawBody: Buffer.from(body), receivedAt },
    door: 'topics',
  });
}
