import { stopAllChildren } from './childProcesses.mjs';
import { LauncherError } from './LauncherError.mjs';

/**
 * Runs a command of the launcher: turns failures into a message and an exit
 * code, and Ctrl-C into an orderly end of everything that was started.
 *
 * @param {(options: { interrupted: Promise<void> }) => Promise<number>} command -
 * resolves with the exit code
 * @param {{ exitCodeWhenInterrupted?: number }} [options]
 */
export async function runToEnd(command, { exitCodeWhenInterrupted = 0 } = {}) {
  let interrupt;
  const interrupted = new Promise(resolve => {
    interrupt = resolve;
  });
  let times = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      times += 1;
      interrupt();
      if (times > 1) {
        // Asked twice: no more patience.
        stopAllChildren({ patienceMs: 0 }).then(() => process.exit(130));
      }
    });
  }
  const exitCode = await Promise.race([
    command({ interrupted }).catch(error => {
      if (times === 0) {
        const text =
          error instanceof LauncherError ? error.message : error.stack;
        process.stderr.write(`\n${text}\n`);
      }
      return 1;
    }),
    interrupted.then(() => exitCodeWhenInterrupted),
  ]);
  await stopAllChildren();
  process.exit(exitCode);
}
