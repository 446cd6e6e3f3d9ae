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
import {
  attemptAt,
  isFinal,
  mapPulledDeployment,
  runOfStatus,
} from './domain/mapPulledDeployment';
import {
  deployingRunSchema,
  deploymentSchema,
  statusSchema,
  type DeployingRun,
  type DeploymentStatus,
  type RestRepository,
} from './domain/restPayloads';
import type { GithubRepository } from './GithubRepository';
import { NewestFirst, newestFirstSchema } from './NewestFirst';

/** Each of them asks for its statuses, so a page is small. */
const PER_PAGE = 30;
const STATUSES_PER_PAGE = 100;
/** Deployments that are looked at again one by one. */
const MOST_OPEN = 100;

/** The deployments of a repository, every status of them. */
export class DeploymentStream implements PullStream {
  readonly id: string;
  readonly subject: PullSubject;
  readonly #repository: GithubRepository;
  readonly #settings: PullSettings;

  constructor(repository: GithubRepository, settings: PullSettings) {
    this.#repository = repository;
    this.#settings = settings;
    this.id = `${repository.name} deployments`;
    // It may well be deployed by something else.
    this.subject = repository.subject(['deployment'], true);
  }

  async *pull(request: PullRequest): AsyncGenerator<PullPage> {
    const { now, signal } = request;
    const repository = await this.#repository.describe({ now, signal });
    const walk = NewestFirst.begin({
      ...this.#settings,
      cursor: readCursor(newestFirstSchema, request.cursor),
      now,
    });
    const reading: Reading = {
      request,
      repository,
      walk,
      seen: new Set(),
      runs: new Map(),
    };
    for (let isLast = false; !isLast; ) {
      const { body, next } = await this.#repository.get('/deployments', {
        signal,
        query: { per_page: PER_PAGE, page: walk.page },
      });
      const payloads = this.#repository.read(
        z.array(z.unknown()),
        body,
        'list of deployments',
      );
      const events: SourceEvent[] = [];
      for (const payload of payloads) {
        const { created_at: createdAt } = this.#read(payload);
        isLast = isLast || !walk.isNews(createdAt);
        if (walk.isNews(createdAt)) {
          events.push(...(await this.#eventsOf(reading, payload)));
        }
      }
      isLast = isLast || next === undefined;
      if (isLast) {
        events.push(...(await this.#readOpen(reading)));
        walk.end();
      } else {
        walk.next();
      }
      const { cursor } = walk;
      yield { events, cursor: JSON.stringify(cursor), since: cursor.since };
    }
  }

  #read(payload: unknown) {
    return this.#repository.read(deploymentSchema, payload, 'deployment');
  }

  /** Deployments that had not ended, where the list had them no more. */
  async #readOpen(reading: Reading): Promise<SourceEvent[]> {
    const { request, walk, seen } = reading;
    const events: SourceEvent[] = [];
    for (const id of walk.cursor.open.filter(open => !seen.has(open))) {
      try {
        const { body } = await this.#repository.get(`/deployments/${id}`, {
          signal: request.signal,
        });
        events.push(...(await this.#eventsOf(reading, body)));
      } catch (error) {
        if ((error as Error).name !== 'NotFoundError') {
          throw error;
        }
        // It was deleted.
        walk.cursor.open = walk.cursor.open.filter(open => open !== id);
      }
    }
    return events;
  }

  async #eventsOf(
    reading: Reading,
    deployment: unknown,
  ): Promise<SourceEvent[]> {
    const { request, repository, walk, seen } = reading;
    const { id } = this.#read(deployment);
    const { body } = await this.#repository.get(`/deployments/${id}/statuses`, {
      signal: request.signal,
      query: { per_page: STATUSES_PER_PAGE },
    });
    const payloads = this.#repository.read(
      z.array(z.unknown()),
      body,
      'list of statuses',
    );
    const events: SourceEvent[] = [];
    const statuses: DeploymentStatus[] = [];
    for (const payload of payloads) {
      const status = this.#repository.read(statusSchema, payload, 'status');
      statuses.push(status);
      const run = await this.#runOf(reading, status);
      events.push(
        this.#repository.eventOf(
          this.#repository.reading('deployment status', () =>
            mapPulledDeployment({
              deployment,
              status: payload,
              run,
              repository,
              context: request.context,
            }),
          ),
          repository,
        ),
      );
    }
    seen.add(id);
    const others = walk.cursor.open.filter(open => open !== id);
    walk.cursor.open = isFinal(statuses)
      ? others
      : [...others, id].slice(-MOST_OPEN);
    return events.filter(({ statements }) => statements.length > 0);
  }

  /** The attempt of a run that executes a deployment, where a status links to it. */
  async #runOf(
    reading: Reading,
    status: DeploymentStatus,
  ): Promise<DeployingRun | undefined> {
    const id = runOfStatus(status, reading.repository);
    if (id === undefined) {
      return undefined;
    }
    const known = reading.runs.get(id);
    const attempts = known ?? (await this.#readAttempts(reading, id));
    reading.runs.set(id, attempts);
    return attemptAt(attempts, status.created_at);
  }

  /** Every attempt of a run; none where it was deleted. */
  async #readAttempts(
    { request: { signal } }: Reading,
    id: number,
  ): Promise<DeployingRun[]> {
    const read = async (path: string) => {
      const { body } = await this.#repository.get(path, { signal });
      return this.#repository.read(deployingRunSchema, body, 'workflow run');
    };
    try {
      const latest = await read(`/actions/runs/${id}`);
      const attempts = [latest];
      for (let attempt = 1; attempt < latest.run_attempt; attempt += 1) {
        attempts.push(await read(`/actions/runs/${id}/attempts/${attempt}`));
      }
      return attempts;
    } catch (error) {
      if ((error as Error).name !== 'NotFoundError') {
        throw error;
      }
      return [];
    }
  }
}

/** What one pull carries along. */
interface Reading {
  request: PullRequest;
  repository: RestRepository;
  walk: NewestFirst;
  /** Deployments that this pull has read. */
  seen: Set<number>;
  /** Attempts by the id of their run. */
  runs: Map<number, DeployingRun[]>;
}
