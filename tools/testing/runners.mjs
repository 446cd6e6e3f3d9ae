import fs from 'node:fs';
import path from 'node:path';
import { run } from '../launcher/childProcesses.mjs';
import { root } from '../launcher/paths.mjs';

export const resultsDirectory = path.join(root, 'test-results');

/**
 * What a runner has reported.
 *
 * @typedef {{ passed: number, failed: number }} Totals
 */

/**
 * @typedef {object} Runner
 * @property {string} title
 * @property {string} set - which part of the tests it belongs to
 * @property {string} [lane] - runs beside those of another lane of its set,
 *   because it uses one core only
 * @property {(tools: Tools) => Promise<Totals>} start
 */

/**
 * @typedef {object} Tools
 * @property {string} node
 * @property {NodeJS.ProcessEnv} env
 * @property {string[]} args - further arguments of the command line
 */

/** Everything that `npm test` runs, what fails soonest first. @type {Runner[]} */
export const runners = [
  {
    title: 'Types',
    set: 'static',
    lane: 'types',
    start: tools => check(tools, bin('typescript/bin/tsc')),
  },
  {
    title: 'Lint',
    set: 'static',
    start: tools =>
      check(tools, bin('@backstage/cli/bin/backstage-cli'), [
        ...['repo', 'lint', '--max-warnings', '0'],
      ]),
  },
  {
    title: 'Format',
    set: 'static',
    start: tools =>
      check(tools, bin('prettier/bin-prettier.js'), [
        ...['--check', '--loglevel', 'warn', '.'],
      ]),
  },
  { title: 'Tests of the tools', set: 'unit', start: runNodeTests },
  { title: 'Unit and integration tests', set: 'unit', start: runJest },
  { title: 'Browser tests', set: 'browser', start: runPlaywright },
];

/**
 * Groups of lanes: the groups run one after the other, the lanes of a group
 * beside each other.
 *
 * @param {Runner[]} selected
 * @returns {Runner[][][]}
 */
export function lanesOf(selected) {
  const lanes = new Map();
  for (const runner of selected) {
    const group = lanes.get(runner.set) ?? new Map();
    lanes.set(runner.set, group);
    group.set(runner.lane, [...(group.get(runner.lane) ?? []), runner]);
  }
  return [...lanes.values()].map(group => [...group.values()]);
}

function bin(file) {
  return path.join(root, 'node_modules', file);
}

/** A program whose exit code is its only result counts as one test. */
async function check({ node, env }, script, args = []) {
  await run(node, [script, ...args], {
    ...{ cwd: root, env, what: path.basename(script), inherit: true },
  });
  return { passed: 1, failed: 0 };
}

/**
 * Runs a test runner and reads the report that it leaves. It may have crashed
 * after, or without, writing one: then there is a failure more than it says.
 */
async function report({ node, env }, args, { name, read }) {
  const file = path.join(resultsDirectory, name);
  fs.rmSync(file, { force: true });
  fs.mkdirSync(resultsDirectory, { recursive: true });
  let crashed;
  try {
    await run(node, args(file), {
      ...{ cwd: root, env, what: name, inherit: true },
    });
  } catch (error) {
    crashed = error;
  }
  if (!fs.existsSync(file)) {
    throw crashed ?? new Error(`No report was written to ${file}`);
  }
  const totals = read(fs.readFileSync(file, 'utf8'));
  const unexplained =
    (crashed && totals.failed === 0) || totals.passed + totals.failed === 0;
  return unexplained ? { ...totals, failed: totals.failed + 1 } : totals;
}

function runNodeTests(tools) {
  return report(
    tools,
    file => [
      '--test',
      ...['--test-reporter', 'spec'],
      ...['--test-reporter-destination', 'stdout'],
      ...['--test-reporter', 'tap'],
      ...['--test-reporter-destination', file],
      'tools/**/*.test.mjs',
    ],
    { name: 'tools.tap', read: readTap },
  );
}

function runJest(tools) {
  return report(
    { ...tools, env: { ...tools.env, CI: '1' } },
    file => [
      bin('@backstage/cli/bin/backstage-cli'),
      ...['repo', 'test', '--watchAll=false'],
      ...['--json', `--outputFile=${file}`],
      ...tools.args,
    ],
    { name: 'jest.json', read: readJest },
  );
}

function runPlaywright(tools) {
  return report(
    tools,
    () => [
      bin('@playwright/test/cli.js'),
      ...['test', '--config', 'tests/browser/playwright.config.ts'],
      ...tools.args,
    ],
    { name: 'browser.json', read: readPlaywright },
  );
}

/** @returns {Totals} */
export function readTap(text) {
  const count = name =>
    Number(text.match(new RegExp(`^# ${name} (\\d+)$`, 'm'))?.[1] ?? 0);
  return { passed: count('pass'), failed: count('fail') + count('cancelled') };
}

/** @returns {Totals} */
export function readJest(text) {
  const result = JSON.parse(text);
  return {
    passed: result.numPassedTests,
    // A file that does not even load has no tests to fail.
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
  };
}

/** @returns {Totals} */
export function readPlaywright(text) {
  const { stats, errors = [] } = JSON.parse(text);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
  };
}
