import { main } from './main';

/**
 * Runs the command line in a process. The first Ctrl-C ends it in order; a
 * second one ends it at once.
 */
export function runProcess(process: NodeJS.Process): void {
  const interruption = new AbortController();
  process.once('SIGINT', () => interruption.abort());
  process.once('SIGTERM', () => interruption.abort());
  main({
    args: process.argv.slice(2),
    env: process.env,
    stdout: process.stdout,
    stderr: process.stderr,
    signal: interruption.signal,
  }).then(code => {
    process.exitCode = code;
  });
}
