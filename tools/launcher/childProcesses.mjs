import { spawn } from 'node:child_process';
import { LauncherError } from './LauncherError.mjs';

const running = new Set();

/**
 * Starts a program in a process group of its own, so that Ctrl-C reaches only
 * the launcher, which then stops its children in order.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 */
export function startChild(command, args, options) {
  const child = spawn(command, args, { ...options, detached: true });
  running.add(child);
  child.once('exit', () => running.delete(child));
  child.once('error', () => running.delete(child));
  return child;
}

/**
 * Ends a child and whatever it has started itself: politely, then for good.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {{ patienceMs?: number }} [options]
 */
export async function stopChild(child, { patienceMs = 10_000 } = {}) {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const exited = new Promise(resolve => child.once('exit', resolve));
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), patienceMs);
  await exited;
  clearTimeout(timer);
}

/** Ends all children that are still running. */
export async function stopAllChildren(options) {
  await Promise.all([...running].map(child => stopChild(child, options)));
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It has ended by itself in the meantime.
  }
}

/**
 * Runs a program to its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, what: string, log?: { write(text: string): void }, inherit?: boolean }} options -
 * `what` names the work in the error message; the output goes to `log`, or with
 * `inherit` to the terminal
 * @returns {Promise<string>} what it wrote to its standard output
 */
export async function run(command, args, { cwd, env, what, log, inherit }) {
  const child = startChild(command, args, {
    cwd,
    env,
    stdio: inherit ? 'inherit' : ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let tail = '';
  const listen = (stream, keep) =>
    stream?.setEncoding('utf8').on('data', text => {
      log?.write(text);
      tail = (tail + text).slice(-4000);
      if (keep) {
        output += text;
      }
    });
  listen(child.stdout, true);
  listen(child.stderr, false);
  const ended = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
  if (ended !== 0) {
    throw new LauncherError(
      `${what} failed (${ended}).${tail ? `\n\n${lastLines(tail, 20)}` : ''}`,
    );
  }
  return output;
}

/** The last lines of a text, for error messages. */
export function lastLines(text, count) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
