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
  mapPulledRequest,
  readCommits,
  type RequestCommits,
} from './domain/mapPulledRequest';
import { pullRequestSchema, type RestRepository } from './domain/restPayloads';
import type { GithubRepository } from './GithubRepository';
import { NewestFirst, newestFirstSchema } from './NewestFirst';

const PER_PAGE = 50;
/** GitHub's largest page; it lists 250 commits of a request at most. */
const COMMITS_PER_PAGE = 100;

/** The pull requests of a repository, and the commits of those merged. */
export class RequestStream implements PullStream {
  readonly id: string;
  readonly subject: PullSubject;
  readonly #repository: GithubRepository;
  readonly #settings: PullSettings;

  constructor(repository: GithubRepository, settings: PullSettings) {
    this.#repository = repository;
    this.#settings = settings;
    this.id = `${repository.name} pull-requests`;
    this.subject = repository.subject(['change'], false);
  }

  async *pull(request: PullRequest): AsyncGenerator<PullPage> {
    const { now, signal } = request;
    const repository = await this.#repository.describe({ now, signal });
    const walk = NewestFirst.begin({
      ...this.#settings,
      cursor: readCursor(newestFirstSchema, request.cursor),
      now,
    });
    for (let isLast = false; !isLast; ) {
      const { body, next } = await this.#repository.get('/pulls', {
        signal,
        query: {
          state: 'all',
          sort: 'updated',
          direction: 'desc',
          per_page: PER_PAGE,
          page: walk.page,
        },
      });
      const payloads = this.#repository.read(
        z.array(z.unknown()),
        body,
        'list of pull requests',
      );
      const events: SourceEvent[] = [];
      for (const payload of payloads) {
        const updated = this.#updatedAt(payload);
        isLast = isLast || !walk.isNews(updated);
        if (walk.isNews(updated)) {
          events.push(await this.#eventOf(payload, repository, request));
        }
      }
      isLast = isLast || next === undefined;
      if (isLast) {
        walk.end();
      } else {
        walk.next();
      }
      const { cursor } = walk;
      yield { events, cursor: JSON.stringify(cursor), since: cursor.since };
    }
  }

  #updatedAt(payload: unknown) {
    return this.#repository.read(pullRequestSchema, payload, 'pull request')
      .updated_at;
  }

  async #eventOf(
    payload: unknown,
    repository: RestRepository,
    { context, signal }: PullRequest,
  ): Promise<SourceEvent> {
    const { number, merged_at, base } = this.#repository.read(
      pullRequestSchema,
      payload,
      'pull request',
    );
    const isOfTrunk = base.ref === repository.default_branch;
    const commits =
      merged_at && isOfTrunk
        ? await this.#readCommits(number, signal)
        : undefined;
    return this.#repository.eventOf(
      this.#repository.reading('pull request', () =>
        mapPulledRequest({ request: payload, commits, repository, context }),
      ),
      repository,
    );
  }

  async #readCommits(
    number: number,
    signal: AbortSignal,
  ): Promise<RequestCommits> {
    const { body, next } = await this.#repository.get(
      `/pulls/${number}/commits`,
      { signal, query: { per_page: COMMITS_PER_PAGE } },
    );
    return this.#repository.reading('list of commits', () =>
      readCommits(body, { isAll: next === undefined }),
    );
  }
}
