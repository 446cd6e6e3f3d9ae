import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lanesOf, readJest, readPlaywright, readTap } from './runners.mjs';

describe('totals of the runners', () => {
  it('adds cancelled tests of node to the failed ones', () => {
    const tap =
      '1..2\n# tests 6\n# suites 1\n# pass 3\n# fail 2\n# cancelled 1\n';
    assert.deepEqual(readTap(tap), { passed: 3, failed: 3 });
  });

  it('counts a jest file that does not load as failed', () => {
    const json = JSON.stringify({
      numPassedTests: 5,
      numFailedTests: 1,
      numRuntimeErrorTestSuites: 2,
    });
    assert.deepEqual(readJest(json), { passed: 5, failed: 3 });
  });

  it('counts flaky browser tests and errors outside of tests as failed', () => {
    const json = JSON.stringify({
      stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 3 },
      errors: [{ message: 'the set-up failed' }],
    });
    assert.deepEqual(readPlaywright(json), { passed: 4, failed: 3 });
  });
});

describe('lanes', () => {
  it('run beside each other within their set, in order', () => {
    const [types, lint, format, unit] = [
      { title: 'Types', set: 'static', lane: 'types' },
      { title: 'Lint', set: 'static' },
      { title: 'Format', set: 'static' },
      { title: 'Unit', set: 'unit' },
    ];
    assert.deepEqual(lanesOf([types, lint, format, unit]), [
      [[types], [lint, format]],
      [[unit]],
    ]);
  });
});
