import { createHash } from 'node:crypto';
import type {
  EpochMs,
  EventResult,
  IngestResponse,
} from '@devops-scorecards/plugin-maturity-common';
import {
  accept,
  canonicalEvent,
  canonicalJson,
  parseDelivery,
  type DeliveryItem,
  type DeliveryRequest,
  type MappingContext,
  type Result,
  type SourceEvent,
  type WebhookRequest,
  type WebhookSource,
} from '@devops-scorecards/plugin-maturity-node';
import { mapCloudEvent } from './cdevents/domain/mapCloudEvent';
import { createMappingContext } from './createMappingContext';
import { checkAuthority } from './domain/checkAuthority';
import { checkTimes } from './domain/checkTimes';
import type { EventStore, IncomingEvent } from './EventStore';
import type { ConfiguredSource, IngestLimits } from './readIngestConfig';

/** An event on its way in, or why it is refused. */
interface Candidate {
  id?: string;
  incoming: Result<IncomingEvent>;
}

/**
 * Takes deliveries in: parses and maps them, has the store append what is
 * good in one transaction, and answers for every event in the order sent.
 */
export class IngestService {
  readonly #store: EventStore;
  readonly #limits: IngestLimits;
  readonly #authorKey: string | undefined;

  static create(options: {
    store: EventStore;
    limits: IngestLimits;
    /** Key of the hashes that stand for authors. */
    authorKey?: string;
  }): IngestService {
    return new IngestService(options);
  }

  private constructor(options: {
    store: EventStore;
    limits: IngestLimits;
    authorKey?: string;
  }) {
    this.#store = options.store;
    this.#limits = options.limits;
    this.#authorKey = options.authorKey;
  }

  /**
   * Takes in a delivery of CloudEvents, in any mode of the HTTP binding.
   *
   * @returns a refusal only where the delivery cannot be cut into events
   * @throws ServiceUnavailableError when the database cannot be reached
   */
  async ingestCloudEvents(options: {
    source: ConfiguredSource;
    request: DeliveryRequest;
    receivedAt: EpochMs;
  }): Promise<Result<IngestResponse>> {
    const { source, request, receivedAt } = options;
    const delivery = parseDelivery(request, this.#limits);
    if (!delivery.ok) {
      return delivery;
    }
    const context = createMappingContext({
      source,
      authorKey: this.#authorKey,
    });
    const candidates = delivery.value.items.map(
      (item): Candidate => ({
        id: item.id,
        incoming: this.#prepare(item, context, receivedAt),
      }),
    );
    return accept(await this.#append({ source, candidates, receivedAt }));
  }

  /**
   * Takes in a delivery of a webhook. The caller has verified its signature.
   *
   * @throws InputError when the body is not what the producer documents
   * @throws ServiceUnavailableError when the database cannot be reached
   */
  async ingestWebhook(options: {
    source: ConfiguredSource;
    webhook: WebhookSource;
    request: WebhookRequest;
  }): Promise<IngestResponse> {
    const { source, webhook, request } = options;
    const context = createMappingContext({
      source,
      authorKey: this.#authorKey,
    });
    const contentType = request.headers['content-type'];
    return this.ingestEvents({
      source,
      events: webhook.map(request, context),
      raw: {
        contentType: String(contentType ?? 'application/octet-stream'),
        body: request.rawBody,
      },
      receivedAt: request.receivedAt,
    });
  }

  /**
   * Takes in events that a source has made of what its producer sent.
   *
   * @param options - `raw`: the bytes that the events were made of; needed
   *   where an event does not say its `contents`
   * @throws ServiceUnavailableError when the database cannot be reached
   */
  async ingestEvents(options: {
    source: ConfiguredSource;
    events: readonly SourceEvent[];
    raw?: { contentType: string; body: Buffer };
    receivedAt: EpochMs;
  }): Promise<IngestResponse> {
    const { source, events, raw, receivedAt } = options;
    // Of the bytes, not of what is made of them: a redelivery stays a
    // duplicate when a later release maps the same bytes in another way.
    const rawHash = raw && sha256(raw.body);
    const candidates = events.map(({ contents, ...event }): Candidate => {
      const refusal =
        checkAuthority({ ...event, source: event.eventSource }) ??
        checkTimes({
          event,
          receivedAt,
          futureTolerance: this.#limits.futureTolerance,
        });
      const bodyHash =
        contents === undefined
          ? rawHash ?? sha256(canonicalJson(event.envelope))
          : sha256(contents);
      return {
        id: event.eventId,
        incoming: refusal
          ? { ok: false, refusal }
          : accept({ event, bodyHash, raw }),
      };
    });
    return this.#append({ source, candidates, receivedAt });
  }

  /** What the mappings of a source may ask. */
  mappingContext(source: ConfiguredSource): MappingContext {
    return createMappingContext({ source, authorKey: this.#authorKey });
  }

  #prepare(
    item: DeliveryItem,
    context: ReturnType<typeof createMappingContext>,
    receivedAt: EpochMs,
  ): Result<IncomingEvent> {
    if (!item.received.ok) {
      return item.received;
    }
    const { event, contentType, bytes } = item.received.value;
    const unauthorised = checkAuthority(event);
    if (unauthorised) {
      return { ok: false, refusal: unauthorised };
    }
    const mapped = mapCloudEvent(event, context);
    if (!mapped.ok) {
      return mapped;
    }
    const refusal = checkTimes({
      event: mapped.value,
      receivedAt,
      futureTolerance: this.#limits.futureTolerance,
    });
    if (refusal) {
      return { ok: false, refusal };
    }
    return accept({
      event: mapped.value,
      bodyHash: sha256(canonicalEvent(event)),
      raw: { contentType, body: Buffer.from(bytes) },
    });
  }

  async #append(options: {
    source: ConfiguredSource;
    candidates: Candidate[];
    receivedAt: EpochMs;
  }): Promise<IngestResponse> {
    const { source, candidates, receivedAt } = options;
    const events: IncomingEvent[] = [];
    const positions: number[] = [];
    const results: EventResult[] = [];
    candidates.forEach(({ id, incoming }, index) => {
      if (incoming.ok) {
        positions.push(index);
        events.push(incoming.value);
      } else {
        const { code, message } = incoming.refusal;
        results.push({ index, id, status: 'refused', code, message });
      }
    });
    if (events.length > 0) {
      const stored = await this.#store.append({
        source: { name: source.name, entities: source.entities },
        events,
        receivedAt,
      });
      for (const result of stored) {
        results.push({ ...result, index: positions[result.index] });
      }
    }
    results.sort((a, b) => a.index - b.index);
    const count = (...statuses: EventResult['status'][]) =>
      results.filter(({ status }) => statuses.includes(status)).length;
    return {
      stored: count('stored', 'stored-no-fact'),
      duplicates: count('duplicate'),
      conflicts: count('conflict'),
      refused: count('refused'),
      results,
    };
  }
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}
