import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import maturityPlugin from '@devops-scorecards/plugin-maturity-backend';
import type { Knex } from 'knex';
import { main } from './main';
import type { Output } from './Surroundings';

jest.setTimeout(120_000);

const ENTITY = 'component:default/payments';

const CATALOG = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'payments' },
    spec: { type: 'service', lifecycle: 'production', owner: 'team-a' },
  },
];

function collect(isTTY = false): Output & { text: string } {
  return {
    isTTY,
    columns: 100,
    text: '',
    write(text: string) {
      this.text += text;
    },
  };
}

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

it('is tested on PostgreSQL too', () => {
  expect(databases.supports('POSTGRES_18')).toBe(true);
});

describe.each(databases.eachSupportedId())(
  'the command line, against a portal over HTTP on %s',
  databaseId => {
    let directory: string;
    let knex: Knex;
    let url: string;

    beforeAll(async () => {
      directory = fs.mkdtempSync(path.join(os.tmpdir(), 'maturity-cli-'));
      knex = await databases.init(databaseId);
      const { server } = await startTestBackend({
        features: [
          maturityPlugin,
          catalogServiceMock.factory({ entities: CATALOG }),
          mockServices.database.factory({ knex }),
          mockServices.rootConfig.factory({
            data: {
              maturity: {
                ingest: { maxReportBytes: 1_000_000 },
                sources: {
                  ci: {
                    callers: ['external:test-service'],
                    entities: ['component:default/*'],
                  },
                },
              },
            },
          }),
        ],
      });
      url = `http://localhost:${server.port()}`;
    });

    afterAll(() => {
      fs.rmSync(directory, { recursive: true, force: true });
    });

    function file(name: string, content: string | Buffer): string {
      const created = path.join(directory, name);
      fs.writeFileSync(created, content);
      return created;
    }

    async function run(
      args: string[],
      options: { isTTY?: boolean; token?: string; signal?: AbortSignal } = {},
    ) {
      const stdout = collect();
      const stderr = collect(options.isTTY);
      const code = await main({
        args,
        env: {
          MATURITY_URL: `${url}/`,
          MATURITY_TOKEN: options.token ?? mockCredentials.service.token(),
        },
        stdout,
        stderr,
        signal: options.signal ?? new AbortController().signal,
      });
      return { code, stdout: stdout.text, stderr: stderr.text };
    }

    const measures = () =>
      knex('measure')
        .orderBy('id')
        .select('name', 'part', 'total', 'value', 'trunk');

    describe('upload', () => {
      afterEach(() => knex('measure').delete());

      it('sends a report and says what was read', async () => {
        const report = file('lcov.info', 'SF:a\nLF:10\nLH:8\nend_of_record\n');
        const args = ['upload', 'lcov', report, '--entity', ENTITY, '--trunk'];
        expect(await run(args)).toEqual({
          code: 0,
          stdout: `${report}: unit-coverage 8 of 10, stored for ${ENTITY}\n`,
          stderr: '',
        });
        expect((await run(args)).stdout).toContain('known before');
        const json = await run([...args, '--json']);
        expect(JSON.parse(json.stdout)).toMatchObject({ duplicates: 1 });
        expect(await measures()).toEqual([
          { name: 'unit-coverage', part: 8, total: 10, value: null, trunk: 1 },
        ]);
      });

      it('sends several reports of JUnit, packed ones too', async () => {
        const one = file('1.xml', '<testsuite><testcase/></testsuite>');
        const two = file(
          '2.xml.gz',
          gzipSync(
            '<testsuite><testcase/><testcase><error/></testcase></testsuite>',
          ),
        );
        const bad = file('3.xml', '<testsuite>');
        const { code, stdout, stderr } = await run([
          ...['upload', 'junit', one, two, '--service', 'shop', '--id', '7'],
          '--no-trunk',
        ]);
        expect([code, stderr]).toEqual([0, '']);
        expect(stdout).toBe(
          `${one}: automated-tests 1 of 1, stored; no entity of the catalog answers to its name yet\n` +
            `${two}: automated-tests 1 of 2, stored; no entity of the catalog answers to its name yet\n`,
        );
        expect(await measures()).toMatchObject([{ trunk: 0 }, { total: 2 }]);
        expect(await run(['upload', 'junit', bad, '--entity', ENTITY])).toEqual(
          {
            code: 3,
            stdout: '',
            stderr:
              'The portal answered 400: The report cannot be read at line 1: unclosed tag: testsuite\n',
          },
        );
      });

      it('says that a report is too large, without sending it whole', async () => {
        const large = file('large.xml', `<!--${'x'.repeat(30_000_000)}-->`);
        const { code, stderr } = await run([
          'upload',
          'junit',
          large,
          '--entity',
          ENTITY,
        ]);
        expect([code, stderr]).toEqual([
          3,
          expect.stringContaining(
            '413: The report is larger than 1000000 bytes',
          ),
        ]);
      });

      it('says what will not count as meant', async () => {
        const report = file('hint.info', 'SF:b\nLF:10\nLH:8\nend_of_record\n');
        const { code, stderr } = await run([
          'upload',
          'lcov',
          report,
          '--entity',
          ENTITY,
        ]);
        expect([code, stderr]).toEqual([
          0,
          expect.stringContaining('send trunk=true'),
        ]);
      });
    });

    describe('measure', () => {
      afterEach(() => knex('measure').delete());

      it('sends a share or a value', async () => {
        const share = await run([
          ...[
            'measure',
            '--name',
            'api-coverage',
            '--part',
            '84',
            '--total',
            '100',
          ],
          ...[
            '--entity',
            ENTITY,
            '--trunk',
            '--measured-at',
            '2026-11-02T02:00:00Z',
          ],
        ]);
        expect(share).toMatchObject({
          code: 0,
          stdout: `api-coverage, stored for ${ENTITY}\n`,
        });
        const value = await run([
          ...[
            'measure',
            '--name',
            'coffee',
            '--value',
            '2.5',
            '--entity',
            ENTITY,
          ],
        ]);
        expect(value).toMatchObject({
          code: 0,
          stderr: expect.stringContaining('No built-in metric reads "coffee"'),
        });
        expect(await measures()).toMatchObject([
          { name: 'api-coverage', part: 84, total: 100 },
          { name: 'coffee', value: 2.5 },
        ]);
      });

      it('ends with 3 where it is refused', async () => {
        const { code, stdout, stderr } = await run([
          ...['measure', '--name', 'api-coverage', '--value', '1'],
          ...['--entity', ENTITY],
        ]);
        expect([code, stdout]).toEqual([3, '']);
        expect(stderr).toContain('api-coverage, refused');
        expect(stderr).toContain('is a share');
      });
    });

    describe('import', () => {
      const HEADER = 'kind,id,entityref,startedAt,outcome\n';
      const rows = (from: number, to: number) =>
        Array.from(
          { length: to - from },
          (_, i) => `run,${from + i},${ENTITY},2025-11-02T02:00:00Z,success\n`,
        ).join('');

      it('brings a file in, once, and reports what was refused', async () => {
        const history = file(
          'history.csv',
          `${HEADER}${rows(0, 700)}run,x,${ENTITY},soon,\nrun,y\u001b[31m,,,\n`,
        );
        const report = path.join(directory, 'refused.ndjson');
        const first = await run(['import', history, '--report', report]);
        expect(first).toEqual({
          code: 3,
          stdout:
            'history.csv is imported, 703 lines, 700 new, 0 known before, 2 refused\n',
          stderr: expect.stringMatching(
            /^100 %, 703 lines, 2 refused\n {2}line 702: startedAt cannot be read: .*\n {2}line 703: It is not said whose/,
          ),
        });
        expect(
          fs
            .readFileSync(report, 'utf8')
            .trim()
            .split('\n')
            .map(line => JSON.parse(line)),
        ).toMatchObject([
          { line: 702, id: 'x', code: 400 },
          { line: 703, code: 400 },
        ]);
        const again = await run(['import', history]);
        expect(again.stdout).toContain('0 new, 700 known before, 2 refused');
        expect(await knex('history_import').select('state')).toEqual([
          { state: 'complete' },
          { state: 'complete' },
        ]);
        const [{ n }] = await knex('event_log')
          .where({ imported: 1 })
          .count({ n: '*' });
        expect(Number(n)).toBe(700);
      });

      it('shows a bar on a terminal', async () => {
        const history = file('bar.csv', HEADER + rows(1000, 1010));
        const { code, stderr } = await run(['import', history], {
          isTTY: true,
        });
        expect(code).toBe(0);
        expect(stderr).toMatch(
          /^\r\[\.{24}\] 0 %, 0 lines, 0 refused +\r\[#{24}\] 100 %, 11 lines, 0 refused +\n$/,
        );
      });

      it('goes on where it was interrupted, and can be given up', async () => {
        const history = file('long.csv', HEADER + rows(2_000, 22_000));
        const interruption = new AbortController();
        const running = run(['import', history], {
          signal: interruption.signal,
        });
        let offset = 0;
        while (offset === 0) {
          await new Promise(resolve => setTimeout(resolve, 20));
          const row = await knex('history_import')
            .where({ name: 'long.csv' })
            .first();
          offset = Number(row?.taken_bytes ?? 0);
        }
        interruption.abort();
        expect(await running).toMatchObject({
          code: 130,
          stderr: expect.stringContaining('The same command goes on from here'),
        });
        const rest = await run(['import', history]);
        expect(rest).toMatchObject({
          code: 0,
          stderr: expect.stringMatching(/Going on at byte \d+ of /),
          stdout: expect.stringMatching(
            /20,001 lines, [\d,]+ new, \d+ known before, 0 refused/,
          ),
        });
        expect(
          await knex('history_import').where({ name: 'long.csv' }),
        ).toHaveLength(1);

        const other = file('other.csv', HEADER + rows(0, 1));
        expect(await run(['import', other, '--abort'])).toMatchObject({
          code: 0,
          stdout: expect.stringContaining('other.csv is aborted, 0 lines'),
        });
      });

      it('reads NDJSON, and ends with 3 where the whole file cannot be read', async () => {
        const lines = file('events.ndjson', '{"specversion":"1.0"}\n');
        expect(await run(['import', lines, '--source', 'ci'])).toMatchObject({
          code: 3,
          stdout:
            'events.ndjson is imported, 1 lines, 0 new, 0 known before, 1 refused\n',
        });
        const header = file('header.csv', 'colour\nred\n');
        expect(await run(['import', header])).toMatchObject({
          code: 3,
          stderr: expect.stringContaining('column "colour"'),
        });
      });
    });

    it.each<[string[], number, RegExp]>([
      [[], 2, /maturity import <file>/],
      [['--help'], 0, /maturity import <file>/],
      [['help', 'upload'], 0, /Formats are junit/],
      [['import', '--help'], 0, /Brings in a file/],
      [['nonsense'], 2, /no command "nonsense"/],
      [['import'], 2, /Say one file/],
      [['import', 'a', 'b'], 2, /Say one file/],
      [['import', 'a.txt'], 2, /--format ndjson or csv/],
      [['import', 'a.csv.gz'], 2, /Unpack the file/],
      [['import', 'a.csv', '--colour'], 2, /Unknown option '--colour'/],
      [['import', '/none/a.csv'], 1, /ENOENT/],
      [['upload', 'nunit', 'a'], 2, /Say the format first/],
      [['upload', 'junit'], 2, /Say which file/],
      [['upload', 'lcov', 'a', 'b', '--entity', 'x'], 2, /Only one report/],
      [['upload', 'junit', 'a'], 2, /Say whose it is/],
      [['upload', 'junit', '/none', '--entity', 'x'], 1, /ENOENT/],
      [
        ['upload', 'junit', 'a', '--entity', 'x', '--trunk', '--no-trunk'],
        2,
        /exclude/,
      ],
      [['measure', '--entity', 'x'], 2, /--name/],
      [['measure', '--name', 'x', '--entity', 'x'], 2, /--value, or --part/],
      [
        [
          'measure',
          '--name',
          'x',
          '--value',
          '1',
          '--part',
          '1',
          '--total',
          '2',
        ],
        2,
        /--value, or/,
      ],
      [
        ['measure', '--name', 'x', '--value', '1k', '--entity', 'x'],
        2,
        /--value must be a number/,
      ],
      [['measure', 'x', '--name', 'x'], 2, /What is "x"/],
      [
        [
          'measure',
          '--name',
          'x',
          '--value',
          '1',
          '--entity',
          'x',
          '--url',
          'portal',
        ],
        2,
        /Say where the portal is/,
      ],
      [
        [
          'measure',
          '--name',
          'x',
          '--value',
          '1',
          '--entity',
          'x',
          '--token',
          '',
        ],
        2,
        /Say a token/,
      ],
      [
        [
          'measure',
          '--name',
          'x',
          '--value',
          '1',
          '--entity',
          'x',
          '--url',
          'http://127.0.0.1:65530',
        ],
        1,
        /fetch failed: .*ECONNREFUSED/,
      ],
      [
        [
          'measure',
          '--name',
          'x',
          '--value',
          '1',
          '--entity',
          'x',
          '--token',
          'nonsense',
        ],
        1,
        /The portal answered 401/,
      ],
    ])('maturity %j ends with %p', async (args, code, text) => {
      const ended = await run(args);
      expect([ended.code, ended.stdout + ended.stderr]).toEqual([
        code,
        expect.stringMatching(text),
      ]);
    });

    describe('model validate', () => {
      const PACK = `id: acme
version: '1'
effectiveFrom: '2026-01-01'
title: { en: Acme, zh-CN: Acme }
description: { en: Acme, zh-CN: Acme }
attribution: { en: Ours, zh-CN: 我们 }
levels:
  - { level: 1, title: { en: One, zh-CN: 一 } }
  - { level: 2, title: { en: Two, zh-CN: 二 } }
children:
  - id: builds
    title: { en: Builds, zh-CN: 构建 }
    description: { en: Builds, zh-CN: 构建 }
    criteria:
      - id: builds.success-2
        level: 2
        kind: metric
        title: { en: Builds succeed, zh-CN: 构建成功 }
        metric: build-success-rate
        statistic: value
        operator: '>='
        threshold: 80%
        onNone: undecided
        guidance: { en: Check before merging., zh-CN: 合入前检查。 }
        effort: M
        provenance: { kind: inferred, source: Acme }
`;

      it('tells what is in them', async () => {
        const pack = file('acme.yaml', PACK);
        expect(await run(['model', 'validate', pack])).toEqual({
          code: 0,
          stdout: `${pack}: acme 1, 1 sub-items, 1 criteria\n`,
          stderr: '',
        });
      });

      it('names every problem and ends with 3', async () => {
        const good = file('good.yaml', PACK);
        const twin = file('twin.yaml', PACK);
        const bad = file(
          'bad.yaml',
          PACK.replace('build-success-rate', 'no-such-metric'),
        );
        const { code, stdout } = await run([
          ...['model', 'validate', good, twin, bad],
        ]);
        expect(code).toBe(3);
        expect(stdout).toContain('2 problems\n');
        expect(stdout).toMatch(/bad\.yaml:19 .*no-such-metric/);
        expect(stdout).toContain(
          `${twin} id repeats the model id "acme" of ${good}`,
        );
        const json = await run(['model', 'validate', bad, '--json']);
        expect(JSON.parse(json.stdout).problems).toHaveLength(1);
      });

      it.each([
        [['model'], 2, 'Say what to do'],
        [['model', 'validate'], 2, 'Say which files'],
        [['model', 'publish', 'x'], 2, 'There is no "publish" of models'],
        [['model', 'validate', 'none.yaml'], 1, 'ENOENT'],
      ])('%j says what is missing', async (args, code, message) => {
        const result = await run(args);
        expect(result.code).toBe(code);
        expect(result.stderr).toContain(message);
      });
    });

    it('runs as a program, which Ctrl-C ends in order', async () => {
      const history = file(
        'program.csv',
        `kind,id,entityref,startedAt\n${Array.from(
          { length: 20_000 },
          (_, i) => `run,p${i},${ENTITY},2025-11-02T02:00:00Z\n`,
        ).join('')}`,
      );
      const program = spawn(
        process.execPath,
        [path.resolve(__dirname, '../bin/maturity'), 'import', history],
        {
          env: {
            ...process.env,
            MATURITY_URL: url,
            MATURITY_TOKEN: mockCredentials.service.token(),
          },
        },
      );
      let text = '';
      program.stderr.on('data', data => (text += data));
      const ended = new Promise<number | null>(resolve => {
        program.on('close', resolve);
      });
      let offset = 0;
      while (offset === 0 && program.exitCode === null) {
        await new Promise(resolve => setTimeout(resolve, 50));
        const row = await knex('history_import')
          .where({ name: 'program.csv' })
          .first();
        offset = Number(row?.taken_bytes ?? 0);
      }
      program.kill('SIGINT');
      expect([await ended, text]).toEqual([
        130,
        expect.stringContaining('The same command goes on from here'),
      ]);
      // Ends what the portal is still at, too.
      expect((await run(['import', history, '--abort'])).code).toBe(0);
    });
  },
);
