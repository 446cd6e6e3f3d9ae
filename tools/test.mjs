import path from 'node:path';
import { findNode } from './launcher/findNode.mjs';
import { installDependencies } from './launcher/installDependencies.mjs';
import { LauncherError } from './launcher/LauncherError.mjs';
import { openLog } from './launcher/openLog.mjs';
import { Progress } from './launcher/Progress.mjs';
import { runToEnd } from './launcher/runToEnd.mjs';
import { lanesOf, resultsDirectory, runners } from './testing/runners.mjs';

const HELP = `npm test [-- <part>] [arguments for the runner]

Runs everything, or a part of it:

  static    types, lint and format
  unit      unit and integration tests, on SQLite and PostgreSQL
  browser   browser tests against a portal that they start

The last line is the total of what the runners have reported.
`;

await runToEnd(main, { exitCodeWhenInterrupted: 130 });

async function main() {
  const [part, ...args] = process.argv.slice(2);
  if (part === '--help') {
    process.stdout.write(HELP);
    return 0;
  }
  const selected = runners.filter(({ set }) => !part || set === part);
  if (selected.length === 0) {
    throw new LauncherError(`There is no part '${part}'.\n\n${HELP}`);
  }

  const startedAt = Date.now();
  const progress = new Progress();
  const log = openLog(path.join(resultsDirectory, 'install.log'));
  const { node, env } = await findNode({ progress, log });
  await installDependencies({ node, env, progress, log });

  const results = [];
  for (const lanes of lanesOf(selected)) {
    const ended = await Promise.all(
      lanes.map(lane => runLane(lane, { node, env, args })),
    );
    results.push(...ended.flat());
  }

  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  process.stdout.write('\n');
  for (const result of results) {
    const sign = result.failed === 0 ? '✓' : '✗';
    process.stdout.write(
      `  ${sign} ${result.title}: ${result.passed} passed, ${result.failed} failed  ${result.seconds} s\n`,
    );
  }
  process.stdout.write(`  in ${secondsSince(startedAt)} s\n\n`);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

/** Runs one runner after the other, and says of each how it ended. */
async function runLane(lane, tools) {
  const results = [];
  for (const { title, start } of lane) {
    process.stdout.write(`\n── ${title}\n\n`);
    const begun = Date.now();
    const totals = await start(tools).catch(error => {
      process.stderr.write(`\n${title}: ${error.message}\n`);
      return { passed: 0, failed: 1 };
    });
    results.push({ title, ...totals, seconds: secondsSince(begun) });
  }
  return results;
}

function secondsSince(time) {
  return Math.round((Date.now() - time) / 1000);
}
