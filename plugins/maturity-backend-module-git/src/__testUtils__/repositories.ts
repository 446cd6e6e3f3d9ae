import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';

/** A repository with a work tree, in which tests commit. */
export interface WorkTree {
  directory: string;
  /** Runs git in it. */
  git(...args: string[]): string;
  /** Makes a commit without files and tells its id. */
  commit(options: {
    subject: string;
    at: EpochMs;
    /** When it was written, if before. */
    authoredAt?: EpochMs;
    name?: string;
    email?: string;
  }): string;
  /** Merges a branch into the one that is checked out. */
  merge(branch: string, options: { subject: string; at: EpochMs }): string;
  /** Tags what is checked out; a tag with a message has a time of its own. */
  tag(name: string, options?: { message?: string; at?: EpochMs }): void;
}

/** A directory that goes away after the tests. */
export function temporaryDirectory(): string {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'maturity-git-'));
  afterAll(() => fs.rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** A new repository with the branch `main`. */
export function initRepository(directory: string): WorkTree {
  fs.mkdirSync(directory, { recursive: true });
  const run = (args: string[], dates: EpochMs[] = [], env: object = {}) => {
    const [committed, authored = committed] = dates.map(at =>
      new Date(at).toISOString(),
    );
    return execFileSync('git', args, {
      cwd: directory,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_SYSTEM: '/dev/null',
        GIT_AUTHOR_NAME: 'Octo Cat',
        GIT_AUTHOR_EMAIL: 'octo@acme.test',
        GIT_COMMITTER_NAME: 'Forge',
        GIT_COMMITTER_EMAIL: 'forge@acme.test',
        ...(committed && {
          GIT_COMMITTER_DATE: committed,
          GIT_AUTHOR_DATE: authored,
        }),
        ...env,
      },
    }).trim();
  };
  run(['init', '--quiet', '--initial-branch=main']);
  run(['config', 'uploadpack.allowFilter', 'true']);
  const head = () => run(['rev-parse', 'HEAD']);
  return {
    directory,
    git: (...args) => run(args),
    commit({ subject, at, authoredAt = at, name, email }) {
      run(
        ['commit', '--quiet', '--allow-empty', '-m', subject],
        [at, authoredAt],
        {
          ...(name && { GIT_AUTHOR_NAME: name }),
          ...(email && { GIT_AUTHOR_EMAIL: email }),
        },
      );
      return head();
    },
    merge(branch, { subject, at }) {
      run(['merge', '--quiet', '--no-ff', '-m', subject, branch], [at]);
      return head();
    },
    tag(name, { message, at = 0 } = {}) {
      run(message ? ['tag', '-a', '-m', message, name] : ['tag', name], [at]);
    },
  };
}
