import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import {
  readCursor,
  type PullPage,
  type PullRequest,
  type PullSettings,
  type PullStream,
  type PullSubject,
  type SourceEvent,
} from '@devops-scorecards/plugin-maturity-node';
import { z } from 'zod';
import { mapPulledRun, type PulledRun } from './domain/mapPulledRun';
import { runListSchema, type RestRepository } from './domain/restPayloads';
import {
  createdBetween,
  MOST_RESULTS,
  shorterWindow,
  type RunWindow,
} from './domain/runWindows';
import type { GithubRepository } from './GithubRepository';

const PER_PAGE = 100;
const DAY_MS = 86_400_000;
/** What is run again keeps the time at which it was made. */
const SWEEP_EVERY_MS = DAY_MS;
const SWEEP_MS = 7 * DAY_MS;
/** Runs that are looked at again one by one; a sweep finds the others. */
const MOST_OPEN = 100;

const cursorSchema = z.object({
  /** The earliest creation that was ever looked for. */
  since: z.int(),
  /** Everything that was made before is read. */
  through: z.int(),
  /** The span that is being read, and its next page. */
  walk: z
    .object({ from: z.int(), to: z.int(), page: z.int().min(1) })
    .optional(),
  /** Runs that had not ended. */
  open: z.array(z.int()),
  /** When the last days were read again. */
  sweptAt: z.int(),
});

type Cursor = z.output<typeof cursorSchema>;

/**
 * The workflow runs of a repository, every attempt of them.
 *
 * @remarks
 *
 * GitHub lists runs by when they were made, and a run that is run again keeps
 * that time. So a pull reads those that were made since the one before, less an
 * overlap; those that had not ended then, one by one; and once a day all of the
 * last week.
 */
export class RunStream implements PullStream {
  readonly id: string;
  readonly subject: PullSubject;
  readonly #repository: GithubRepository;
  readonly #settings: PullSettings;

  constructor(repository: GithubRepository, settings: PullSettings) {
    this.#repository = repository;
    this.#settings = settings;
    this.id = `${repository.name} runs`;
    // It may well be built elsewhere.
    this.subject = repository.subject(['run'], true);
  }

  async *pull(request: PullRequest): AsyncGenerator<PullPage> {
    const { now, signal } = request;
    const { lookBackMs, overlapMs } = this.#settings;
    const repository = await this.#repository.describe({ now, signal });
    const known = readCursor(cursorSchema, request.cursor);
    const cursor: Cursor = known ?? {
      since: now - lookBackMs,
      through: now - lookBackMs,
      open: [],
      sweptAt: now,
    };
    const sweeps = now - cursor.sweptAt >= SWEEP_EVERY_MS;
    const seen = new Set<number>();
    const read = { request, repository, cursor, seen };

    let from = cursor.walk?.from ?? cursor.through - (known ? overlapMs : 0);
    if (sweeps && !cursor.walk) {
      from = Math.min(from, now - SWEEP_MS);
    }
    yield* this.#readSpans({ ...read, from: Math.max(from, cursor.since) });

    const events = await this.#readOpen(read);
    cursor.sweptAt = sweeps ? now : cursor.sweptAt;
    yield this.#page(events, cursor);
  }

  /** All runs that were made from a time on. */
  async *#readSpans(
    options: Reading & { from: EpochMs },
  ): AsyncGenerator<PullPage> {
    const { request, cursor } = options;
    const { now } = request;
    let { from } = options;
    let span: RunWindow = cursor.walk ?? { from, to: now };
    let page = cursor.walk?.page ?? 1;
    while (from < now) {
      const { runs, total, isLast } = await this.#list(options, span, page);
      const shorter = page === 1 ? shorterWindow(span, total) : undefined;
      if (shorter) {
        span = shorter;
        continue;
      }
      const events = await this.#eventsOf(options, runs);
      if (isLast) {
        cursor.through = Math.max(cursor.through, span.to);
        cursor.walk = undefined;
        const length = span.to - span.from;
        from = span.to;
        span = { from, to: Math.min(now, from + 2 * length) };
        page = 1;
      } else {
        page += 1;
        cursor.walk = { ...span, page };
      }
      yield this.#page(events, cursor);
    }
  }

  async #list({ request }: Reading, span: RunWindow, page: number) {
    const { body } = await this.#repository.get('/actions/runs', {
      signal: request.signal,
      query: { created: createdBetween(span), per_page: PER_PAGE, page },
    });
    const list = this.#repository.read(runListSchema, body, 'list of runs');
    return {
      runs: list.workflow_runs,
      total: list.total_count,
      isLast:
        list.workflow_runs.length < PER_PAGE || page * PER_PAGE >= MOST_RESULTS,
    };
  }

  /** The runs that had not ended, where no list had them. */
  async #readOpen(options: Reading): Promise<SourceEvent[]> {
    const { request, cursor, seen } = options;
    const events: SourceEvent[] = [];
    for (const id of cursor.open.filter(open => !seen.has(open))) {
      try {
        const { body } = await this.#repository.get(`/actions/runs/${id}`, {
          signal: request.signal,
        });
        events.push(...(await this.#eventsOf(options, [body])));
      } catch (error) {
        if ((error as Error).name !== 'NotFoundError') {
          throw error;
        }
        // It was deleted.
        cursor.open = cursor.open.filter(open => open !== id);
      }
    }
    return events;
  }

  /** Events of runs and of their earlier attempts, which lists leave out. */
  async #eventsOf(
    { request, repository, cursor, seen }: Reading,
    payloads: readonly unknown[],
  ): Promise<SourceEvent[]> {
    const { signal } = request;
    const map = (payload: unknown): PulledRun =>
      this.#repository.reading('workflow run', () =>
        mapPulledRun(payload, repository),
      );
    const events: SourceEvent[] = [];
    for (const payload of payloads) {
      const latest = map(payload);
      for (let attempt = 1; attempt < latest.attempt; attempt += 1) {
        const { body } = await this.#repository.get(
          `/actions/runs/${latest.run}/attempts/${attempt}`,
          { signal },
        );
        events.push(this.#repository.eventOf(map(body), repository));
      }
      events.push(this.#repository.eventOf(latest, repository));
      seen.add(latest.run);
      const others = cursor.open.filter(id => id !== latest.run);
      cursor.open = latest.isOpen
        ? [...others, latest.run].slice(-MOST_OPEN)
        : others;
    }
    return events;
  }

  #page(events: SourceEvent[], cursor: Cursor): PullPage {
    return { events, cursor: JSON.stringify(cursor), since: cursor.since };
  }
}

/** What one pull carries along. */
interface Reading {
  request: PullRequest;
  repository: RestRepository;
  /** Kept up to date. */
  cursor: Cursor;
  /** Runs that this pull has read. */
  seen: Set<number>;
}
