import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorsInLog } from './errorsInLog.mjs';

const entry = (level, text) =>
  `\x1b[2m2026-11-20T15:27:57.385Z\x1b[22m \x1b[34mmaturity\x1b[39m \x1b[31m${level}\x1b[39m ${text}`;
const fields =
  ' \x1b[36mtype\x1b[39m="initialization" \x1b[36mname\x1b[39m="InputError"';

test('shows whole error entries without their fields', () => {
  const log = [
    entry('info', `Configuring${fields}`),
    entry('error', 'The model packs have 2 problems:'),
    '- a.yaml:1 version is missing',
    `- a.yaml:3 title is missing${fields}`,
    entry('info', 'Stopping'),
  ].join('\n');
  assert.equal(
    errorsInLog(log, 20),
    [
      '2026-11-20T15:27:57.385Z maturity error The model packs have 2 problems:',
      '- a.yaml:1 version is missing',
      '- a.yaml:3 title is missing',
    ].join('\n'),
  );
});

test('falls back to the last lines', () => {
  assert.equal(errorsInLog('one\ntwo\nError: three\n', 2), 'two\nError: three');
});
