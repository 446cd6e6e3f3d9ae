import { createHash, randomUUID } from 'node:crypto';
import { lstat, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { InputError, NotFoundError } from '@backstage/errors';
import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import { COMMIT_FORMAT, parseCommits, type Commit } from './domain/commits';
import type { Brought } from './domain/mapCommit';
import { parseTags, TAG_FORMAT, type Tag } from './domain/tags';
import type { GitRepository } from './readRepositories';
import { BrokenCacheError, FilterRefusedError, runGit } from './runGit';

const CLONE_TIMEOUT_MS = 10 * 60_000;
const READ_TIMEOUT_MS = 2 * 60_000;

/** Commits on a trunk are not quite in the order of their clocks. */
const CLOCKS_MS = 7 * 86_400_000;

/** Of what was fetched, where everything is. */
export interface Trunk {
  branch: string;
  head: string;
}

/**
 * A bare copy of a repository that holds commits and tags, and no files where
 * the server can leave them out.
 *
 * @remarks
 *
 * A copy is made beside its place and then put there, so that one that was
 * interrupted is never taken for whole. What is broken is thrown away and made
 * again at the next pull.
 */
export class RepositoryMirror {
  readonly #repository: GitRepository;
  readonly #cache: string;
  readonly #directory: string;

  static create(options: {
    /** Copies of two sources never share a place. */
    source: string;
    repository: GitRepository;
    /** The directory of all copies. */
    cacheDirectory: string;
  }): RepositoryMirror {
    return new RepositoryMirror(options);
  }

  private constructor(options: Parameters<typeof RepositoryMirror.create>[0]) {
    const { source, repository, cacheDirectory } = options;
    const { remote, branch = '' } = repository;
    this.#repository = repository;
    this.#cache = cacheDirectory;
    this.#directory = join(
      cacheDirectory,
      createHash('sha256')
        .update(JSON.stringify([source, remote, branch]))
        .digest('hex')
        .slice(0, 32),
    );
  }

  /** Brings the copy up to date, or makes it. */
  async fetch(signal: AbortSignal): Promise<Trunk> {
    await this.#prepareCache();
    try {
      if (!(await exists(this.#directory))) {
        await this.#clone(signal);
      }
      const branch = await this.#branch(signal);
      const ref = `refs/heads/${branch}`;
      await this.#git(
        [
          'fetch',
          '--quiet',
          '--prune',
          '--no-tags',
          '--no-write-fetch-head',
          '--end-of-options',
          'origin',
          `+${ref}:${ref}`,
          '+refs/tags/*:refs/tags/*',
        ],
        { signal, timeoutMs: CLONE_TIMEOUT_MS },
      );
      const head = await this.#git(
        ['rev-parse', '--verify', '--quiet', '--end-of-options', ref],
        { signal },
      );
      return { branch, head: head.trim() };
    } catch (error) {
      // Its default branch may be another by now, which only a clone asks for.
      const isMoved =
        !this.#repository.branch && error instanceof NotFoundError;
      if (error instanceof BrokenCacheError || isMoved) {
        await rm(this.#directory, { recursive: true, force: true });
      }
      throw error;
    }
  }

  /** Whether a commit is still part of what another one builds on. */
  async isAncestor(
    ancestor: string,
    options: { of: string; signal: AbortSignal },
  ): Promise<boolean> {
    const { of, signal } = options;
    try {
      const base = await this.#git(
        ['merge-base', '--end-of-options', ancestor, of],
        { signal },
      );
      return base.trim() === ancestor;
    } catch (error) {
      signal.throwIfAborted();
      // It is gone, or has nothing to do with it.
      return false;
    }
  }

  /**
   * The commits that the branch pointed to, the oldest first, by their ids.
   *
   * @param options - `after`: not these and what is before; `since`: about
   *   this time, not far before
   */
  async listTrunk(options: {
    head: string;
    after?: string;
    since: EpochMs;
    signal: AbortSignal;
  }): Promise<string[]> {
    const { head, after, since, signal } = options;
    const from = new Date(Math.max(0, since - CLOCKS_MS)).toISOString();
    const output = await this.#git(
      [
        'rev-list',
        '--first-parent',
        '--reverse',
        `--since=${from.slice(0, 19)}Z`,
        '--end-of-options',
        head,
        ...(after ? [`^${after}`] : []),
        '--',
      ],
      { signal },
    );
    return output.split('\n').filter(Boolean);
  }

  async readCommits(
    shas: readonly string[],
    signal: AbortSignal,
  ): Promise<Commit[]> {
    if (shas.length === 0) {
      return [];
    }
    const output = await this.#git(
      [
        'log',
        '--no-walk=unsorted',
        '--stdin',
        '-z',
        `--format=${COMMIT_FORMAT}`,
      ],
      { signal, input: `${shas.join('\n')}\n` },
    );
    return parseCommits(output);
  }

  /** What a merge brought that the branch did not have before. */
  async readMerge(commit: Commit, signal: AbortSignal): Promise<Brought> {
    const output = await this.#git(
      [
        'log',
        '-z',
        `--format=${COMMIT_FORMAT}`,
        '--end-of-options',
        commit.sha,
        `^${commit.parents[0]}`,
        '--',
      ],
      { signal },
    );
    const brought = parseCommits(output);
    return {
      commits: brought.length,
      firstCommitAt: Math.min(
        commit.authoredAt,
        ...brought.map(({ authoredAt }) => authoredAt),
      ),
    };
  }

  /** Tags of commits whose names fit a pattern, with the time of each. */
  async readTags(pattern: string, signal: AbortSignal): Promise<Tag[]> {
    const output = await this.#git(
      ['for-each-ref', `--format=${TAG_FORMAT}`, `refs/tags/${pattern}`],
      { signal },
    );
    return parseTags(output);
  }

  /**
   * The directory may lie where others may write, and git runs what is
   * configured in a repository: so it must be ours alone.
   */
  async #prepareCache(): Promise<void> {
    await mkdir(this.#cache, { recursive: true, mode: 0o700 });
    const { uid, mode } = await lstat(this.#cache);
    const isOurs = process.getuid === undefined || uid === process.getuid();
    // eslint-disable-next-line no-bitwise
    if (!isOurs || (mode & 0o022) !== 0) {
      throw new InputError(
        `The directory ${
          this.#cache
        } belongs to somebody else, or others may write to it: configure a cacheDirectory that only the backend can write to`,
      );
    }
  }

  async #clone(signal: AbortSignal): Promise<void> {
    const made = `${this.#directory}.${randomUUID()}`;
    const { branch, remote } = this.#repository;
    const clone = (filter: string[]) =>
      this.#git(
        [
          'clone',
          '--quiet',
          '--bare',
          '--single-branch',
          '--no-tags',
          ...filter,
          ...(branch ? [`--branch=${branch}`] : []),
          '--end-of-options',
          remote,
          made,
        ],
        { signal, timeoutMs: CLONE_TIMEOUT_MS, outside: true },
      );
    try {
      try {
        // Neither files nor directories: what is read are commits.
        await clone(['--filter=tree:0']);
      } catch (error) {
        if (!(error instanceof FilterRefusedError)) {
          throw error;
        }
        await rm(made, { recursive: true, force: true });
        await clone([]);
      }
      await rename(made, this.#directory);
    } finally {
      await rm(made, { recursive: true, force: true });
    }
  }

  async #branch(signal: AbortSignal): Promise<string> {
    const { branch, name } = this.#repository;
    if (branch) {
      return branch;
    }
    const ref = (
      await this.#git(['symbolic-ref', '--quiet', 'HEAD'], { signal })
    ).trim();
    if (!ref.startsWith('refs/heads/')) {
      throw new NotFoundError(
        `${name} has no default branch: configure the branch of its trunk`,
      );
    }
    return ref.slice('refs/heads/'.length);
  }

  async #git(
    args: readonly string[],
    options: {
      signal: AbortSignal;
      input?: string;
      timeoutMs?: number;
      outside?: boolean;
    },
  ): Promise<string> {
    const { signal, input, timeoutMs = READ_TIMEOUT_MS, outside } = options;
    return await runGit({
      repository: this.#repository,
      directory: outside ? undefined : this.#directory,
      args,
      input,
      timeoutMs,
      signal,
    });
  }
}

async function exists(path: string): Promise<boolean> {
  return await lstat(path).then(
    () => true,
    () => false,
  );
}
