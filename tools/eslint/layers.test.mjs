import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { ESLint } from 'eslint';

const root = path.resolve(
  path.dirname(fileURLToPath(import.meta.url)),
  '../..',
);
const eslint = new ESLint({ cwd: root });

/** The layer rules that the code breaks when it stands in the given file. */
async function broken(filePath, code) {
  const [{ messages }] = await eslint.lintText(`${code}\n`, {
    filePath: path.join(root, filePath),
  });
  return messages
    .map(({ ruleId }) => ruleId)
    .filter(ruleId => ruleId?.startsWith('no-restricted-'));
}

const IMPORT = ['no-restricted-imports'];
const SYNTAX = ['no-restricted-syntax'];

describe('arrows between the packages', () => {
  for (const [file, imported, expected] of [
    ['plugins/maturity-common/src/a.ts', 'maturity-node', IMPORT],
    ['plugins/maturity-common/src/a.ts', 'maturity-react', IMPORT],
    ['plugins/maturity-node/src/a.ts', 'maturity-common', []],
    ['plugins/maturity-node/src/a.ts', 'maturity-backend', IMPORT],
    ['plugins/maturity-backend/src/a.ts', 'maturity-node', []],
    [
      'plugins/maturity-backend/src/a.ts',
      'maturity-backend-module-github',
      IMPORT,
    ],
    [
      'plugins/maturity-backend/src/a.test.ts',
      'maturity-backend-module-github',
      [],
    ],
    ['plugins/maturity-backend/src/a.test.ts', 'maturity-react', IMPORT],
    [
      'plugins/maturity-backend-module-github/src/a.ts',
      'maturity-backend',
      IMPORT,
    ],
    ['plugins/maturity-react/src/a.tsx', 'maturity-common', []],
    ['plugins/maturity-react/src/a.tsx', 'maturity', IMPORT],
    ['plugins/maturity/src/a.tsx', 'maturity-react', []],
    ['plugins/maturity/src/a.tsx', 'stability-scorecard', IMPORT],
    ['plugins/maturity/src/a.tsx', 'stability-scorecard/alpha', IMPORT],
    ['plugins/maturity/src/a.tsx', 'maturity-backend', IMPORT],
    ['plugins/maturity/src/a.test.tsx', 'maturity-backend', IMPORT],
    ['plugins/stability-scorecard/src/a.tsx', 'maturity', IMPORT],
    ['packages/app/src/a.tsx', 'maturity-backend', IMPORT],
    ['packages/backend/src/a.ts', 'maturity-backend', []],
    ['packages/maturity-cli/src/a.ts', 'maturity-common', []],
    ['packages/maturity-cli/src/a.ts', 'maturity-backend', IMPORT],
    ['packages/maturity-cli/src/a.test.ts', 'maturity-backend', []],
    ['packages/backend/src/a.ts', 'maturity-react', IMPORT],
  ]) {
    it(`${file} ${expected.length ? 'not' : ''} from ${imported}`, async () => {
      const code = `import '@devops-scorecards/plugin-${imported}';`;
      assert.deepEqual(await broken(file, code), expected);
    });
  }
});

describe('tests', () => {
  it('are not imported by the product', async () => {
    const code = `import { a } from '../testing/a';`;
    const product = 'plugins/maturity-backend/src/facts/a.ts';
    assert.deepEqual(await broken(product, code), IMPORT);
    const tests = 'plugins/maturity-backend/src/facts/a.test.ts';
    assert.deepEqual(await broken(tests, code), []);
  });
});

describe('purity', () => {
  const pure = [
    'plugins/maturity-backend/src/facts/domain/a.ts',
    'plugins/maturity-backend-module-github/src/domain/a.ts',
    'plugins/maturity-common/src/models/a.ts',
  ];
  const impure = [
    'plugins/maturity-backend/src/facts/a.ts',
    'plugins/maturity-backend/src/facts/domain/a.test.ts',
    'plugins/maturity-common/src/api/MaturityClient.ts',
  ];

  for (const [code, expected] of [
    [`import { Knex } from 'knex';`, IMPORT],
    [`import type { Knex } from 'knex';`, IMPORT],
    [`import { Router } from 'express';`, IMPORT],
    [`import { Config } from '@backstage/config';`, IMPORT],
    [`import { x } from '@backstage/backend-plugin-api';`, IMPORT],
    [`import { createHash } from 'node:crypto';`, IMPORT],
    [`import fs from 'fs';`, IMPORT],
    [`export const a = Date.now();`, SYNTAX],
    [`export const a = new Date();`, SYNTAX],
    [`export const a = DateTime.now();`, SYNTAX],
    [`export const a = DateTime.local();`, SYNTAX],
    [`export const a = DateTime.utc();`, SYNTAX],
    [`export const a = Math.random();`, SYNTAX],
    [`export const a = process.env.HOME;`, SYNTAX],
  ]) {
    it(`forbids ${code}`, async () => {
      for (const file of pure) {
        assert.deepEqual(await broken(file, code), expected, file);
      }
      for (const file of impure) {
        assert.deepEqual(await broken(file, code), [], file);
      }
    });
  }

  for (const code of [
    `import { DateTime } from 'luxon';`,
    `import { a } from './events';`,
    `import { a } from '../path/domain/process';`,
    `import { a } from '../../metrics/domain/statistics';`,
    `import { InputError } from '@backstage/errors';`,
    `export const a = new Date(5);`,
    `export const a = DateTime.utc(2026, 1, 1);`,
    `export const a = { process: 1 };`,
  ]) {
    it(`allows ${code}`, async () => {
      for (const file of pure) {
        assert.deepEqual(await broken(file, code), [], file);
      }
    });
  }

  it('reaches into no file that is not pure', async () => {
    const [inDomain] = pure;
    for (const code of [
      `import { a } from '../DatabaseEventStore';`,
      `import type { A } from '../../database/rows';`,
      `export { a } from '../DatabaseEventStore';`,
    ]) {
      assert.deepEqual(await broken(inDomain, code), SYNTAX, code);
    }
  });

  it('holds for the pure files outside of the domain folders', async () => {
    const file = 'plugins/maturity-backend/src/metrics/measureEntity.ts';
    assert.deepEqual(
      await broken(file, 'export const a = Date.now();'),
      SYNTAX,
    );
    assert.deepEqual(
      await broken(file, `import { Knex } from 'knex';`),
      IMPORT,
    );
  });
});
