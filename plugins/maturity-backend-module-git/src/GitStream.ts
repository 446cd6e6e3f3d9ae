import { createHash } from 'node:crypto';
import {
  readCursor,
  type MappingContext,
  type PullPage,
  type PullRequest,
  type PullSettings,
  type PullStream,
  type PullSubject,
  type SourceEvent,
} from '@devops-scorecards/plugin-maturity-node';
import type { Statement } from '@devops-scorecards/plugin-maturity-common';
import { z } from 'zod';
import type { Commit } from './domain/commits';
import { mapCommit } from './domain/mapCommit';
import { mapTag, type Tag } from './domain/tags';
import type { GitRepository } from './readRepositories';
import type { RepositoryMirror, Trunk } from './RepositoryMirror';

const COMMITS_PER_PAGE = 200;

const cursorSchema = z.object({
  /** The earliest time that is looked back to. */
  since: z.int(),
  /** The branch and the last of its commits that is read. */
  branch: z.string().optional(),
  head: z.string().optional(),
  /** Fingerprint of the tags that are read. */
  tags: z.string().optional(),
});

type Cursor = z.output<typeof cursorSchema>;

/** The trunk of a repository, and its tags where they are deployments. */
export class GitStream implements PullStream {
  readonly id: string;
  readonly subject: PullSubject;
  readonly #repository: GitRepository;
  readonly #mirror: RepositoryMirror;
  readonly #lookBackMs: number;

  constructor(options: {
    repository: GitRepository;
    mirror: RepositoryMirror;
    settings: PullSettings;
  }) {
    const { repository, mirror, settings } = options;
    const { name, branch, eventSource, aliases, entityRef } = repository;
    this.#repository = repository;
    this.#mirror = mirror;
    this.#lookBackMs = settings.lookBackMs;
    // A stream says in its id whose it is, by name or by ref.
    this.id = [name, branch, entityRef].filter(Boolean).join(' ');
    this.subject = {
      eventSource,
      aliases,
      entityRef,
      kinds: repository.deployments ? ['change', 'deployment'] : ['change'],
    };
  }

  async *pull(request: PullRequest): AsyncGenerator<PullPage> {
    const { now, context, signal } = request;
    const trunk = await this.#mirror.fetch(signal);
    const cursor: Cursor = readCursor(cursorSchema, request.cursor) ?? {
      since: now - this.#lookBackMs,
    };
    const shas = await this.#mirror.listTrunk({
      head: trunk.head,
      after: await this.#lastRead(cursor, trunk, signal),
      since: cursor.since,
      signal,
    });
    cursor.branch = trunk.branch;
    for (let start = 0; start < shas.length; start += COMMITS_PER_PAGE) {
      const page = shas.slice(start, start + COMMITS_PER_PAGE);
      const events = await this.#readCommits(page, { ...request, cursor });
      cursor.head = page[page.length - 1];
      yield this.#page(events, cursor);
    }
    cursor.head = trunk.head;
    yield this.#page(await this.#readTags({ context, signal, cursor }), cursor);
  }

  /** Nothing is, where the branch is another or its history was rewritten. */
  async #lastRead(
    { branch, head }: Cursor,
    trunk: Trunk,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    return head !== undefined &&
      branch === trunk.branch &&
      (await this.#mirror.isAncestor(head, { of: trunk.head, signal }))
      ? head
      : undefined;
  }

  async #readCommits(
    shas: readonly string[],
    options: Pick<PullRequest, 'context' | 'signal'> & { cursor: Cursor },
  ): Promise<SourceEvent[]> {
    const { context, signal, cursor } = options;
    const branch = cursor.branch!;
    const { path } = this.#repository;
    const commits = await this.#mirror.readCommits(shas, signal);
    const events: SourceEvent[] = [];
    for (const commit of commits) {
      if (commit.committedAt >= cursor.since) {
        const brought =
          commit.parents.length > 1
            ? await this.#mirror.readMerge(commit, signal)
            : undefined;
        events.push(
          this.#eventOf({
            type: 'git.commit',
            id: `refs/heads/${branch} ${commit.sha}`,
            statement: mapCommit({ commit, brought, path, branch, context }),
            envelope: { branch, commit: commit.sha, ...kindOf(commit) },
          }),
        );
      }
    }
    return events;
  }

  /** All tags, where one is new: a tag may be older than those that are known. */
  async #readTags(options: {
    context: MappingContext;
    signal: AbortSignal;
    cursor: Cursor;
  }): Promise<SourceEvent[]> {
    const { context, signal, cursor } = options;
    const { path, deployments } = this.#repository;
    if (!deployments) {
      return [];
    }
    const tags = await this.#mirror.readTags(deployments.tags, signal);
    const fingerprint = fingerprintOf(tags, deployments.environment);
    if (fingerprint === cursor.tags) {
      return [];
    }
    cursor.tags = fingerprint;
    const { environment } = deployments;
    return tags
      .filter(({ at }) => at >= cursor.since)
      .map(tag =>
        this.#eventOf({
          type: 'git.tag',
          id: `refs/tags/${tag.name} ${tag.commit} ${tag.at} ${environment}`,
          statement: mapTag({ tag, path, environment, context }),
          envelope: { tag: tag.name, commit: tag.commit },
        }),
      );
  }

  #eventOf(options: {
    type: string;
    id: string;
    statement: Statement;
    envelope: SourceEvent['envelope'];
  }): SourceEvent {
    const { type, id, statement, envelope } = options;
    const { eventSource, entityRef, aliases } = this.#repository;
    return {
      eventSource,
      eventId: id,
      contents: id,
      type,
      subject: statement.key,
      occurredAt: statement.occurredAt,
      entityRef,
      aliases: [...aliases],
      statements: [statement],
      envelope: { pulled: true, ...envelope },
    };
  }

  #page(events: SourceEvent[], cursor: Cursor): PullPage {
    return { events, cursor: JSON.stringify(cursor), since: cursor.since };
  }
}

function kindOf({ parents }: Commit) {
  return { form: parents.length > 1 ? 'merge' : 'commit' };
}

function fingerprintOf(tags: readonly Tag[], environment: string): string {
  return createHash('sha256')
    .update(JSON.stringify([environment, tags]))
    .digest('hex')
    .slice(0, 32);
}
