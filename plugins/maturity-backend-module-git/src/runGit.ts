import { execFile } from 'node:child_process';
import {
  AuthenticationError,
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import { gitFailure, type GitFailure } from './domain/gitFailure';
import type { GitRepository } from './readRepositories';

/** Largest output that is read, in bytes. */
const MAX_OUTPUT = 256 * 1024 * 1024;

/** Settings that leave nothing to what a repository or a person has set. */
const SETTINGS = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.quotePath=false',
  'gc.auto=0',
  'maintenance.auto=false',
  'fetch.recurseSubmodules=false',
  'log.showSignature=false',
  // It lies in a file of the repository, and files are left out.
  'log.mailmap=false',
  'i18n.logOutputEncoding=UTF-8',
].flatMap(setting => ['-c', setting]);

/** Git failed in a way that starting anew may mend. */
export class BrokenCacheError extends ServiceUnavailableError {}

/** Git refused to leave anything out of what it fetches. */
export class FilterRefusedError extends ServiceUnavailableError {}

const ERRORS: Readonly<
  Record<GitFailure['kind'], new (message: string) => Error>
> = {
  credentials: AuthenticationError,
  missing: NotFoundError,
  cache: BrokenCacheError,
  filter: FilterRefusedError,
  other: ServiceUnavailableError,
};

const ADVICE: Readonly<Record<GitFailure['kind'], string>> = {
  credentials:
    '; give credentials in its url, or to the git of the user that runs the backend',
  missing: '; check its url, its branch and the rights of the credentials',
  cache: '; it is cloned anew',
  filter: '',
  other: '; it is tried again',
};

/** Options of {@link runGit}. */
export interface RunGitOptions {
  repository: Pick<
    GitRepository,
    'name' | 'remote' | 'protocols' | 'authorization'
  >;
  /** The command and its options, then `--end-of-options` and the rest. */
  args: readonly string[];
  /** The bare repository to work in. */
  directory?: string;
  /** What the command reads. */
  input?: string;
  timeoutMs: number;
  signal: AbortSignal;
}

/**
 * Runs git, without a shell, without asking anybody anything, and with
 * credentials neither in its arguments nor in its errors.
 *
 * @returns what it printed
 * @throws AuthenticationError, NotFoundError and InputError that say what to
 *   configure
 * @throws BrokenCacheError and FilterRefusedError, to begin in another way
 * @throws ServiceUnavailableError where trying again may help
 */
export async function runGit(options: RunGitOptions): Promise<string> {
  const { args, directory, input, timeoutMs, signal } = options;
  return await new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      [...SETTINGS, ...(directory ? [`--git-dir=${directory}`] : []), ...args],
      {
        encoding: 'utf8',
        env: environmentOf(options),
        maxBuffer: MAX_OUTPUT,
        timeout: timeoutMs,
        signal,
      },
      (error, stdout, stderr) => {
        if (!error) {
          resolve(stdout);
        } else if (signal.aborted) {
          reject(signal.reason);
        } else {
          reject(failureOf(options, error, stderr));
        }
      },
    );
    // A git that ends early closes what it is still being written to.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input ?? '');
  });
}

function environmentOf({ repository }: RunGitOptions): NodeJS.ProcessEnv {
  const { remote, protocols, authorization } = repository;
  const environment: NodeJS.ProcessEnv = {
    ...process.env,
    LC_ALL: 'C.UTF-8',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: 'true',
    SSH_ASKPASS: 'true',
    GIT_SSH_COMMAND: process.env.GIT_SSH_COMMAND ?? 'ssh -oBatchMode=yes',
    GIT_ALLOW_PROTOCOL: protocols,
    GIT_OPTIONAL_LOCKS: '0',
    // What was left out is never asked for by the way.
    GIT_NO_LAZY_FETCH: '1',
  };
  // What points git elsewhere, as inside a hook of another repository.
  for (const name of [
    'GIT_DIR',
    'GIT_WORK_TREE',
    'GIT_INDEX_FILE',
    'GIT_OBJECT_DIRECTORY',
    'GIT_ALTERNATE_OBJECT_DIRECTORIES',
    'GIT_NAMESPACE',
  ]) {
    delete environment[name];
  }
  return authorization
    ? {
        ...environment,
        // Arguments are seen by everybody on the machine, the environment is
        // not. The header goes to this host alone.
        GIT_CONFIG_COUNT: '1',
        GIT_CONFIG_KEY_0: `http.${new URL(remote).origin}/.extraHeader`,
        GIT_CONFIG_VALUE_0: `Authorization: ${authorization}`,
      }
    : environment;
}

function failureOf(
  { repository, args, timeoutMs }: RunGitOptions,
  error: Error & { code?: unknown; killed?: boolean },
  stderr: string,
): Error {
  const what = `git ${args[0]} of ${repository.name}`;
  if (error.code === 'ENOENT') {
    return new InputError(
      'git is not installed on the machine of the backend: install it, or put it on the PATH',
    );
  }
  if (error.killed) {
    return new ServiceUnavailableError(
      `${what} took longer than ${timeoutMs / 1000} s; it is tried again`,
    );
  }
  const failure = gitFailure(stderr);
  return new ERRORS[failure.kind](
    `${what} failed: ${failure.reason}${ADVICE[failure.kind]}`,
  );
}
