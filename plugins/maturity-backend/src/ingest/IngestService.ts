import { createHash } from 'node:crypto';
import type {
  DeliveryDoor,
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
import { refusalOfError } from './refusalOfError';
import type { RefusalSink } from './RefusalSink';
import type { ConfiguredSource, IngestLimits } from './readIngestConfig';

/** An event on its way in, or why it is refused. */
interface Candidate {
  id?: string;
  incoming: Result<IncomingEvent>;
}

/** What an {@link IngestService} is made of. */
export interface IngestServiceOptions {
  store: EventStore;
  limits: IngestLimits;
  /** Key of the hashes that stand for authors. */
  authorKey?: string;
  /** Hears of what is refused. */
  refusals?: RefusalSink;
}

/**
 * Takes deliveries in: parses and maps them, has the store append what is
 * good in one transaction, and answers for every event in the order sent.
 */
export class IngestService {
  readonly #store: EventStore;
  readonly #limits: IngestLimits;
  readonly #authorKey: string | undefined;
  readonly #refusals: RefusalSink | undefined;

  static create(options: IngestServiceOptions): IngestService {
    return new IngestService(options);
  }

  private constructor(options: IngestServiceOptions) {
    this.#store = options.store;
    this.#limits = options.limits;
    this.#authorKey = options.authorKey;
    this.#refusals = options.refusals;
  }

  /**
   * Takes in a delivery of CloudEvents, in any mode of the HTTP binding.
   *
   * @param options - `door`: through which it came, `events` unless told
   * @returns a refusal only where the delivery cannot be cut into events
   * @throws ServiceUnavailableError when the database cannot be reached
   */
  async ingestCloudEvents(options: {
    source: ConfiguredSource;
    request: DeliveryRequest;
    receivedAt: EpochMs;
    door?: DeliveryDoor;
  }): Promise<Result<IngestResponse>> {
    const { source, request, receivedAt, door = 'events' } = options;
    const delivery = parseDelivery(request, this.#limits);
    if (!delivery.ok) {
      this.noteRefused({
        source,
        door,
        receivedAt,
        refusals: [delivery.refusal],
      });
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
    return accept(await this.#append({ source, candidates, receivedAt, door }));
  }

  /**
   * Takes in a delivery of a webhook. The caller has verified its signature.
   *
   * @param options - `door`: through which it came, `hooks` unless told
   * @throws InputError when the body is not what the producer documents
   * @throws ServiceUnavailableError when the database cannot be reached
   */
  async ingestWebhook(options: {
    source: ConfiguredSource;
    webhook: WebhookSource;
    request: WebhookRequest;
    door?: DeliveryDoor;
  }): Promise<IngestResponse> {
    const { source, webhook, request, door = 'hooks' } = options;
    const { receivedAt } = request;
    const context = createMappingContext({
      source,
      authorKey: this.#authorKey,
    });
    const contentType = request.headers['content-type'];
    let events: SourceEvent[];
    try {
      events = webhook.map(request, context);
    } catch (error) {
      const refusal = refusalOfError(error);
      if (refusal) {
        this.noteRefused({ source, door, receivedAt, refusals: [refusal] });
      }
      throw error;
    }
    return this.ingestEvents({
      source,
      events,
      raw: {
        contentType: String(contentType ?? 'application/octet-stream'),
        body: request.rawBody,
      },
      receivedAt,
      door,
    });
  }

  /**
   * Takes in events that a source has made of what its producer sent.
   *
   * @param options - `raw`: the bytes that the events were made of; needed
   *   where an event does not say its `contents`; `door`: through which they
   *   came, absent where whoever sends them keeps a list of what is refused
   * @throws ServiceUnavailableError when the database cannot be reached
   */
  async ingestEvents(options: {
    source: ConfiguredSource;
    events: readonly SourceEvent[];
    raw?: { contentType: string; body: Buffer };
    receivedAt: EpochMs;
    door?: DeliveryDoor;
  }): Promise<IngestResponse> {
    const { source, events, raw, receivedAt, door } = options;
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
    return this.#append({ source, candidates, receivedAt, door });
  }

  /** Has operators find what was refused, as a whole where it has no id. */
  noteRefused(options: {
    source: ConfiguredSource;
    door: DeliveryDoor;
    receivedAt: EpochMs;
    refusals: readonly { id?: string; code: number; message?: string }[];
  }): void {
    const { source, refusals, ...delivery } = options;
    this.#refusals?.note({
      ...delivery,
      source: source.name,
      refusals: refusals.map(({ id, code, message = '' }) => ({
        id,
        code,
        message,
      })),
    });
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
    door: DeliveryDoor | undefined;
  }): Promise<IngestResponse> {
    const { source, candidates, receivedAt, door } = options;
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
    const refusals = results.filter(({ status }) => status === 'refused');
    if (door && refusals.length > 0) {
      this.noteRefused({
        source,
        door,
        receivedAt,
        // One that could not be read is one of many, and no whole delivery.
        refusals: refusals.map(refusal => ({
          ...refusal,
          id: refusal.id ?? '',
        })),
      });
    }
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
