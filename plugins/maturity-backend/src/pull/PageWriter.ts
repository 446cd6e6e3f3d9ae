import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { SourceEvent } from '@devops-scorecards/plugin-maturity-node';
import { auditDelivery } from '../ingest/auditDelivery';
import type { IngestService } from '../ingest/IngestService';
import type { ConfiguredSource } from '../ingest/readIngestConfig';

/** No more in a transaction, so that deliveries need not wait for long. */
const MOST_EVENTS = 500;

/** What became of the events of a page. */
export interface WrittenPage {
  /** New ones. */
  events: number;
  /** Refused ones and those in conflict. */
  refused: number;
}

/** Appends what was pulled, like a delivery that nobody sent. */
export class PageWriter {
  readonly #ingest: IngestService;
  readonly #auditor: AuditorService;
  readonly #logger: LoggerService;
  readonly #size: number;

  static create(options: {
    ingest: IngestService;
    auditor: AuditorService;
    logger: LoggerService;
    /** Most events of a delivery. */
    maxBatch: number;
  }): PageWriter {
    return new PageWriter(options);
  }

  private constructor(options: {
    ingest: IngestService;
    auditor: AuditorService;
    logger: LoggerService;
    maxBatch: number;
  }) {
    this.#ingest = options.ingest;
    this.#auditor = options.auditor;
    this.#logger = options.logger;
    this.#size = Math.min(options.maxBatch, MOST_EVENTS);
  }

  /** @throws ServiceUnavailableError when the database cannot be reached */
  async write(options: {
    source: ConfiguredSource;
    stream: string;
    events: readonly SourceEvent[];
    now: EpochMs;
  }): Promise<WrittenPage> {
    const { source, stream, events, now } = options;
    const written: WrittenPage = { events: 0, refused: 0 };
    for (let start = 0; start < events.length; start += this.#size) {
      const meta = { door: 'pull', source: source.name, stream };
      await auditDelivery(this.#auditor, { meta }, async () => {
        const answer = await this.#ingest.ingestEvents({
          source,
          events: events.slice(start, start + this.#size),
          receivedAt: now,
          door: 'pull',
        });
        const { stored, duplicates, conflicts, refused } = answer;
        written.events += stored;
        written.refused += conflicts + refused;
        const bad = answer.results.find(
          ({ status }) => status === 'refused' || status === 'conflict',
        );
        if (bad) {
          this.#logger.warn(
            `Source '${source.name}': ${
              conflicts + refused
            } events pulled from '${stream}' were not accepted, the first with: ${
              bad.message ?? bad.status
            }`,
          );
        }
        return { meta: { ...meta, stored, duplicates, conflicts, refused } };
      });
    }
    return written;
  }
}
