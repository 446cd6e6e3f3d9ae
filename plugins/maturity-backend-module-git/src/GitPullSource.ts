import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  readPullSettings,
  type PullSource,
  type PullStream,
  type SourceDescription,
  type SourceSettings,
} from '@devops-scorecards/plugin-maturity-node';
import { GitStream } from './GitStream';
import { readRepositories } from './readRepositories';
import { RepositoryMirror } from './RepositoryMirror';
import { runGit } from './runGit';

/** What a git repository is and tells. */
export const GIT: SourceDescription = {
  type: 'git',
  title: 'Git',
  facts: ['change', 'deployment'],
  names: ['repository'],
};

const VERSION_TIMEOUT_MS = 10_000;

/** Repositories that are read with git itself, whatever hosts them. */
export class GitPullSource implements PullSource {
  readonly about = GIT;
  readonly id: string;
  readonly everyMs: number;
  readonly problem?: string;
  readonly #streams: readonly GitStream[];
  #isInstalled = false;

  /**
   * Reads the settings of a source of type `git`.
   *
   * @returns `undefined` where it is not pulled
   * @throws InputError that names the key to change
   */
  static fromConfig(settings: SourceSettings): GitPullSource | undefined {
    const pull = readPullSettings(settings);
    return pull && new GitPullSource(settings, pull);
  }

  private constructor(
    settings: SourceSettings,
    pull: NonNullable<ReturnType<typeof readPullSettings>>,
  ) {
    const { id, key, config } = settings;
    const cacheDirectory = resolve(
      config?.getOptionalString('cacheDirectory') ??
        join(tmpdir(), 'maturity-git'),
    );
    const repositories = readRepositories(settings);
    this.id = id;
    this.everyMs = pull.everyMs;
    this.#streams = repositories.map(
      repository =>
        new GitStream({
          repository,
          mirror: RepositoryMirror.create({
            source: id,
            repository,
            cacheDirectory,
          }),
          settings: pull,
        }),
    );
    if (repositories.length === 0) {
      this.problem = `${key}.repositories is empty: list the repositories to read`;
    }
  }

  /** @throws InputError where git is not installed */
  async streams(): Promise<PullStream[]> {
    if (!this.#isInstalled) {
      await runGit({
        repository: { name: 'nothing', remote: '', protocols: '' },
        args: ['version'],
        timeoutMs: VERSION_TIMEOUT_MS,
        signal: new AbortController().signal,
      });
      this.#isInstalled = true;
    }
    return [...this.#streams];
  }
}
