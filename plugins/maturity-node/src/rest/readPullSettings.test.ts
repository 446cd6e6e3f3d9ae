import { ConfigReader } from '@backstage/config';
import { z } from 'zod';
import { readCursor } from './readCursor';
import { readPullSettings } from './readPullSettings';
import { repositoryNames } from './repositoryNames';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const read = (config?: object) =>
  readPullSettings({
    id: 'tool',
    key: 'maturity.sources.tool',
    config: config && new ConfigReader(config as any),
  });

describe('readPullSettings', () => {
  it.each([undefined, {}, { pull: { enabled: false, every: 'PT1H' } }])(
    'pulls nothing by %j',
    config => {
      expect(read(config)).toBeUndefined();
    },
  );

  it('has defaults', () => {
    expect(read({ pull: { enabled: true } })).toEqual({
      everyMs: 30 * MINUTE_MS,
      lookBackMs: 90 * DAY_MS,
      overlapMs: 60 * MINUTE_MS,
      repositories: undefined,
    });
  });

  it('reads what is set', () => {
    expect(
      read({
        pull: {
          every: { hours: 1, minutes: 30 },
          lookBack: 'P1Y',
          overlap: { seconds: 0 },
          repositories: ['github.com/acme/shop'],
        },
      }),
    ).toEqual({
      everyMs: 90 * MINUTE_MS,
      lookBackMs: 365 * DAY_MS,
      overlapMs: 0,
      repositories: ['github.com/acme/shop'],
    });
  });

  it.each([
    [{ every: 'often' }, /maturity\.sources\.tool\.pull\.every must be/],
    [{ every: { seconds: 5 } }, /pull\.every is too short: at least 60 s/],
  ])('says what is wrong with %j', (pull, message) => {
    expect(() => read({ pull })).toThrow(message);
  });
});

describe('readCursor', () => {
  const schema = z.object({ through: z.int() });

  it('reads what was written and begins anew with anything else', () => {
    expect(readCursor(schema, '{"through":1}')).toEqual({ through: 1 });
    for (const cursor of [undefined, '', 'x', '{}', '{"through":"1"}']) {
      expect(readCursor(schema, cursor)).toBeUndefined();
    }
  });
});

describe('repositoryNames', () => {
  const names = (...written: string[]) =>
    repositoryNames(written, {
      key: 'maturity.sources.tool.pull.repositories',
      hosts: ['tool.test', '127.0.0.1:8080'],
      host: 'tool.test',
    });

  it('puts the host before names that have none', () => {
    expect(
      names(
        'Acme/Shop',
        'Tool.test/acme/shop',
        '127.0.0.1:8080/acme/shop',
        'group/sub/shop',
      ),
    ).toEqual([
      'tool.test/acme/shop',
      'tool.test/acme/shop',
      '127.0.0.1:8080/acme/shop',
      'tool.test/group/sub/shop',
    ]);
  });

  it.each(['shop', '/acme/shop', 'acme/shop/', 'https://tool.test/a/b', ''])(
    'refuses %p',
    written => {
      expect(() => names(written)).toThrow(
        `maturity.sources.tool.pull.repositories holds '${written}'`,
      );
    },
  );
});
