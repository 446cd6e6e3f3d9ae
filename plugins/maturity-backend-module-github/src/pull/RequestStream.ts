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
import type { Account } from '../domain/payloads';
import {
  mapPulledRequest,
  readCommits,
  type RequestCommits,
} from './domain/mapPulledRequest';
import { readApproval } from './domain/readApproval';
import { pullRequestSchema, type RestRepository } from './domain/restPayloads';
import type { GithubRepository } from './GithubRepository';
import { NewestFirst, newestFirstSchema } from './NewestFirst';

const PER_PAGE = 50;
/** GitHub's largest page; it lists 250 commits of a request at most. */
const LARGEST_PAGE = 100;

/**
 * The pull requests of a repository, and the commits and reviews of those that
 * were merged to the trunk: no list has them, so each costs two requests.
 */
export class RequestStream implements PullStream {
  readonly id: string;
  readonly subject: PullSubject;
  readonly #repository: GithubRepository;
  readonly #settings: PullSettings;
  readonly #projects: ReadonlySet<string>;

  constructor(
    repository: GithubRepository,
    settings: PullSettings,
    /** Projects of a tracker whose keys name work items. */
    projects: ReadonlySet<string>,
  ) {
    this.#repository = repository;
    this.#settings = settings;
    this.#projects = projects;
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
    const {
      number,
      user,
      merged_at: mergedAt,
      base,
    } = this.#repository.read(pullRequestSchema, payload, 'pull request');
    const isOfTrunk = base.ref === repository.default_branch;
    const read =
      mergedAt !== undefined && isOfTrunk
        ? {
            commits: await this.#readCommits(number, signal),
            approved: await this.#readApproval(number, {
              author: user,
              mergedAt,
              signal,
            }),
          }
        : {};
    return this.#repository.eventOf(
      this.#repository.reading('pull request', () =>
        mapPulledRequest({
          ...read,
          request: payload,
          repository,
          projects: this.#projects,
          context,
        }),
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
      { signal, query: { per_page: LARGEST_PAGE } },
    );
    return this.#repository.reading('list of commits', () =>
      readCommits(body, { isAll: next === undefined }),
    );
  }

  async #readApproval(
    number: number,
    options: { author: Account; mergedAt: EpochMs; signal: AbortSignal },
  ): Promise<boolean | undefined> {
    const { author, mergedAt, signal } = options;
    const { body, next } = await this.#repository.get(
      `/pulls/${number}/reviews`,
      { signal, query: { per_page: LARGEST_PAGE } },
    );
    return this.#repository.reading('list of reviews', () =>
      readApproval(body, { author, mergedAt, isAll: next === undefined }),
    );
  }
}
