import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { run } from './launcher/childProcesses.mjs';
import { findNode } from './launcher/findNode.mjs';
import { installDependencies } from './launcher/installDependencies.mjs';
import { LauncherError } from './launcher/LauncherError.mjs';
import { openLog } from './launcher/openLog.mjs';
import { root } from './launcher/paths.mjs';
import { Progress } from './launcher/Progress.mjs';
import { runToEnd } from './launcher/runToEnd.mjs';
import { resultsDirectory } from './testing/runners.mjs';

const directory = path.join(root, 'plugins/maturity-backend/bench');

/** Benchmarks, and what they measure. */
const BENCHMARKS = {
  measureEntity: 'All metrics of a service, in memory',
  yearOfOneService: 'A year of one busy service, in the service layer',
  ingest: 'Ingest over HTTP beside inserts into the database',
};

const HELP = `yarn bench [name]

Measures on this machine and prints tables; nothing fails for being slow.
Leave the machine alone meanwhile.

${Object.entries(BENCHMARKS)
  .map(([name, title]) => `  ${name.padEnd(18)} ${title}`)
  .join('\n')}
`;

await runToEnd(main, { exitCodeWhenInterrupted: 130 });

async function main() {
  const [wanted] = process.argv.slice(2);
  if (wanted === '--help') {
    process.stdout.write(HELP);
    return 0;
  }
  const names = Object.keys(BENCHMARKS).filter(
    name => !wanted || name === wanted,
  );
  if (names.length === 0) {
    throw new LauncherError(`There is no benchmark '${wanted}'.\n\n${HELP}`);
  }
  fs.mkdirSync(resultsDirectory, { recursive: true });
  const log = openLog(path.join(resultsDirectory, 'install.log'));
  const progress = new Progress();
  const { node, env } = await findNode({ progress, log });
  await installDependencies({ node, env, progress, log });
  const { PostgresServer } = createRequire(import.meta.url)(
    './jest-postgres/PostgresServer.cjs',
  );
  const own = process.env.BENCH_POSTGRES;
  const server = own
    ? undefined
    : await PostgresServer.start({ durable: true });
  try {
    for (const name of names) {
      process.stdout.write(`\n── ${BENCHMARKS[name]}\n`);
      await run(
        node,
        [
          ...['--require', '@backstage/cli/config/nodeTransform.cjs'],
          path.join(directory, `${name}.ts`),
        ],
        {
          cwd: path.join(root, 'plugins/maturity-backend'),
          env: {
            ...env,
            NODE_ENV: 'production',
            BENCH_POSTGRES: own ?? server.connectionString,
          },
          what: name,
          inherit: true,
        },
      );
    }
  } finally {
    await server?.stop();
  }
  return 0;
}
