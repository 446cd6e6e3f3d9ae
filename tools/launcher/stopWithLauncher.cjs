const { isMainThread } = require('node:worker_threads');

// Loaded into the portal before its own code. The launcher holds the other end
// of the standard input and never writes to it: when that end closes, the
// launcher is gone, even if it was killed, and the portal shuts down too.
// Threads of the portal load this file as well and have an input of their own.
if (isMainThread) {
  const stop = () => {
    // Nobody reads the log any more; writing on must not get in the way.
    for (const stream of [process.stdout, process.stderr]) {
      stream.on('error', () => {});
    }
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.exit(1), 10_000).unref();
  };
  process.stdin.on('error', () => {});
  process.stdin.once('end', stop);
  process.stdin.resume();
}
