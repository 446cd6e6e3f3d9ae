import { readFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createScene } from '../assessment/__testUtils__/scene';
import { contractDatabases } from '../database/__testUtils__/contractDatabases';
import { createPortal, type Portal } from '../__testUtils__/createPortal';

const TEXT = { en: 'Text', 'zh-CN': '文字' };

const databases = contractDatabases();
let portal: Portal;

beforeAll(async () => {
  portal = createPortal(await createScene(await databases.create('SQLite')));
});

const check = (yaml: string | Buffer, who = 'lin') =>
  portal
    .send(who, 'post', '/v1/models/check?file=acme.yaml')
    .set('Content-Type', 'application/yaml')
    .send(yaml);

it('tells what a valid pack is, and keeps nothing', async () => {
  const yaml = await readFile(
    resolvePackagePath(
      '@devops-scorecards/plugin-maturity-backend',
      'models/caict-part3.yaml',
    ),
  );
  const before = await portal.knex('model_version').count({ n: '*' });
  const response = await check(yaml, 'service');
  expect(response.status).toBe(200);
  expect(response.body).toMatchObject({
    model: { id: 'caict-part3', subItems: 15 },
    problems: [],
  });
  expect(await portal.knex('model_version').count({ n: '*' })).toEqual(before);
});

it('names everything that is wrong, with file, line and what to do', async () => {
  const response = await check(
    'id: acme\nversion: 1\nlevels: []\nchildren: {}\n',
  );
  expect(response.status).toBe(200);
  expect(response.body.model).toBeUndefined();
  expect(response.body.problems.length).toBeGreaterThan(3);
  for (const problem of response.body.problems) {
    expect(problem).toMatch(/^acme\.yaml:\d+ .+; .+/);
  }
});

it('reads a thousand criteria, and refuses ten thousand', async () => {
  const packOf = (count: number) => {
    const criteria = Array.from({ length: count }, (_, index) => ({
      ...{
        id: `owned-${index}`,
        level: 2,
        kind: 'catalog',
        path: 'spec.owner',
      },
      ...{ title: TEXT, guidance: TEXT, effort: 'S' },
      provenance: { kind: 'inferred', source: 'test' },
    }));
    return JSON.stringify({
      ...{ id: 'large', version: '1', effectiveFrom: '2026-01-01' },
      ...{ title: TEXT, description: TEXT, attribution: TEXT },
      levels: [1, 2].map(level => ({ level, title: TEXT })),
      children: [{ id: 'all', title: TEXT, description: TEXT, criteria }],
    });
  };
  const response = await check(packOf(1_000));
  expect(response.body).toMatchObject({
    model: { criteria: 1_000 },
    problems: [],
  });
  const larger = await check(packOf(10_000));
  expect(larger.status).toBe(413);
  expect(larger.body.error.message).toMatch(/divide it into several models/);
});

it.each<[string, string | Buffer, number, RegExp]>([
  ['nothing', '', 400, /body is empty/],
  ['no text', Buffer.from([0xff, 0xfe, 0x00]), 400, /not UTF-8/],
  ['too much', '#'.repeat(2_097_153), 413, /larger than 2097152 bytes/],
])('refuses %s', async (_, body, status, message) => {
  const response = await check(body);
  expect(response.status).toBe(status);
  expect(response.body.error.message).toMatch(message);
});

it('wants the permission to read models', async () => {
  portal.policy.decide = () => ({ result: AuthorizeResult.DENY });
  expect((await check('id: acme')).status).toBe(403);
});
