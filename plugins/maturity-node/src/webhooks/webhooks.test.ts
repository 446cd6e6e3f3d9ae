import { createHmac } from 'node:crypto';
import { ConfigReader } from '@backstage/config';
import { z } from 'zod';
import {
  configuredSources,
  instant,
  instantOrZero,
  isHmac,
  isSecret,
  maybeInstant,
  readJsonBody,
  readPayload,
  readSecrets,
  repositoryAlias,
  titleOf,
  verifySharedSecret,
  verifyStandardWebhook,
} from '.';

const key = 'maturity.sources.tool';

function delivery(
  headers: Record<string, string>,
  body = '{}',
  receivedAt = 1_614_265_330_000,
) {
  return { headers, rawBody: Buffer.from(body), receivedAt };
}

describe('verifyStandardWebhook', () => {
  // The vector of the standard's own libraries.
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
  const headers = {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  };
  const body = '{"test": 2432232314}';
  const verify = (
    changes: Record<string, string> = {},
    secrets = [secret],
    receivedAt?: number,
  ) =>
    verifyStandardWebhook({
      request: delivery({ ...headers, ...changes }, body, receivedAt),
      secrets,
      producer: 'Tool',
      key,
    });

  it('takes the published vector and gives the id of the message', () => {
    expect(verify()).toBe('msg_p5jXN8AQM9LWM0D4loKWxJek');
  });

  it('takes any of several signatures, any of several secrets, and Svix', () => {
    const both = `v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc= ${headers['webhook-signature']}`;
    expect(() => verify({ 'webhook-signature': both })).not.toThrow();
    expect(() => verify({}, ['whsec_b2xk', secret])).not.toThrow();
    expect(() =>
      verifyStandardWebhook({
        request: delivery(
          Object.fromEntries(
            Object.entries(headers).map(([name, value]) => [
              name.replace('webhook', 'svix'),
              value,
            ]),
          ),
          body,
        ),
        secrets: [secret],
        producer: 'Tool',
        key,
      }),
    ).not.toThrow();
  });

  it.each([
    ['an empty signature', { 'webhook-signature': 'v1,' }],
    [
      'a wrong signature',
      {
        'webhook-signature': 'v1,Ceo5qEr07ixe2NLpvHk3FH9bwy/WavXrAFQ/9tdO6mc=',
      },
    ],
    [
      'a signature of another kind',
      { 'webhook-signature': headers['webhook-signature'].replace('v1', 'v2') },
    ],
    ['another id', { 'webhook-id': 'msg_2' }],
    ['another time', { 'webhook-timestamp': '1614265331' }],
    ['no time', { 'webhook-timestamp': 'yesterday' }],
    ['no signature', { 'webhook-signature': '' }],
  ])('refuses %s', (_, changes) => {
    expect(() => verify(changes)).toThrow(
      expect.objectContaining({ name: 'AuthenticationError' }),
    );
  });

  it('refuses what is more than five minutes old or ahead', () => {
    const at = 1_614_265_330_000;
    expect(() => verify({}, [secret], at + 300_000)).not.toThrow();
    expect(() => verify({}, [secret], at + 300_001)).toThrow(/300/);
    expect(() => verify({}, [secret], at - 301_000)).toThrow(/301 s off/);
  });

  it('says what to configure where there is no secret', () => {
    expect(() => verify({}, [])).toThrow(`${key}.webhookSecret`);
  });
});

describe('isHmac', () => {
  const signed = Buffer.from('bytes');
  const good = createHmac('sha256', 'two').update(signed).digest();

  it('finds one good pair among many', () => {
    const secrets = ['one', 'two'];
    const signatures = [Buffer.alloc(0), Buffer.alloc(32), good];
    expect(isHmac({ secrets, signed, signatures })).toBe(true);
  });

  it.each([
    [['one'], [good]] as const,
    [['two'], []] as const,
    [[], [good]] as const,
  ])('is false for secrets %j', (secrets, signatures) => {
    expect(isHmac({ secrets, signed, signatures })).toBe(false);
  });
});

describe('verifySharedSecret', () => {
  const verify = (headers: Record<string, string>, secrets = ['s3', 'old']) =>
    verifySharedSecret({
      request: delivery(headers),
      secrets,
      producer: 'Tool',
      key,
    });
  const basic = (text: string) =>
    `Basic ${Buffer.from(text).toString('base64')}`;

  it.each([
    { authorization: 'Bearer s3' },
    { authorization: 'bearer old' },
    { authorization: basic('anyone:s3') },
    { 'x-webhook-token': 's3' },
  ] as Record<string, string>[])('takes %j', headers => {
    expect(() => verify(headers)).not.toThrow();
  });

  it.each([
    {},
    { authorization: 'Bearer s' },
    { authorization: 'Bearer' },
    { authorization: basic('s3') },
    { authorization: basic('s3:') },
    { authorization: 'Digest s3' },
    { 'x-webhook-token': 's3 ' },
  ] as Record<string, string>[])('refuses %j', headers => {
    expect(() => verify(headers)).toThrow(
      expect.objectContaining({ name: 'AuthenticationError' }),
    );
  });

  it('trusts nobody without a secret', () => {
    expect(() => verify({ authorization: 'Bearer ' }, [])).toThrow(
      expect.objectContaining({ name: 'NotAllowedError' }),
    );
    expect(isSecret([], undefined)).toBe(false);
    expect(isSecret([''], undefined)).toBe(false);
  });
});

describe('configuredSources', () => {
  const read = (sources: object) =>
    configuredSources(
      new ConfigReader({ maturity: { sources } } as any),
      'gitlab',
    ).map(({ id, config }) => [id, config !== undefined]);

  it('finds those of the type and the one of its name', () => {
    expect(read({ gitlab: {}, other: { type: 'gitlab' }, github: {} })).toEqual(
      [
        ['gitlab', true],
        ['other', true],
      ],
    );
  });

  it('stands in where nothing is configured', () => {
    expect(read({})).toEqual([['gitlab', false]]);
    expect(
      configuredSources(new ConfigReader({}), 'gitlab').map(({ id }) => id),
    ).toEqual(['gitlab']);
  });

  it('leaves a source alone that only has the name', () => {
    expect(read({ gitlab: { type: 'github' } })).toEqual([]);
  });
});

describe('readSecrets', () => {
  it.each([
    [{}, []],
    [{ webhookSecret: 'a' }, ['a']],
    [{ webhookSecret: ['a', 'b'] }, ['a', 'b']],
  ])('reads %j', (config, secrets) => {
    expect(readSecrets(new ConfigReader(config as any))).toEqual(secrets);
  });
});

describe('readJsonBody', () => {
  const json = { 'content-type': 'application/json; charset=utf-8' };

  it('reads JSON, of vendors too', () => {
    expect(readJsonBody(delivery(json, '{"a":1}'), 'Tool')).toEqual({ a: 1 });
    expect(
      readJsonBody(
        delivery({ 'content-type': 'application/vnd.tool+json' }),
        'Tool',
      ),
    ).toEqual({});
  });

  it.each([
    ['another type', { 'content-type': 'text/plain' }, '{}'],
    ['no type', {}, '{}'],
    ['a cut body', json, '{"a":'],
    ['deep nesting', json, '['.repeat(65) + ']'.repeat(65)],
  ])('refuses %s without quoting it', (_, headers, body) => {
    expect(() =>
      readJsonBody(delivery(headers as Record<string, string>, body), 'Tool'),
    ).toThrow(expect.objectContaining({ name: 'InputError' }));
  });

  it('refuses bytes that are no UTF-8', () => {
    const request = {
      ...delivery(json),
      rawBody: Buffer.from([0x22, 0xff, 0x22]),
    };
    expect(() => readJsonBody(request, 'Tool')).toThrow(/UTF-8/);
  });
});

describe('parts of payloads', () => {
  it('reads times, and none where there is none', () => {
    expect(maybeInstant.parse('2026-11-20T08:00:00Z')).toBe(
      Date.UTC(2026, 10, 20, 8),
    );
    expect(maybeInstant.parse(null)).toBeUndefined();
    expect(instantOrZero.parse('0001-01-01T00:00:00Z')).toBeUndefined();
    expect(() => maybeInstant.parse('0001-01-01T00:00:00Z')).toThrow(/1970/);
    expect(() => maybeInstant.parse('soon')).toThrow(/RFC 3339/);
  });

  it('leave a member out, or say that it is missing', () => {
    const schema = z.object({ at: maybeInstant, end: instantOrZero });
    expect(schema.parse({})).toEqual({ at: undefined, end: undefined });
    expect(() => z.object({ at: instant }).parse({})).toThrow(/RFC 3339/);
  });

  it('names the member that is wrong and does not quote the payload', () => {
    const schema = z.object({ run: z.object({ id: z.int() }) });
    expect(() =>
      readPayload({
        schema,
        payload: { run: { id: 'secret' } },
        what: "'run' event of Tool",
      }),
    ).toThrow(/^The payload is no 'run' event of Tool: run\.id: (?!.*secret)/);
  });

  it('makes a title of the first line', () => {
    expect(titleOf('One\ntwo')).toBe('One');
    expect(titleOf(' \n')).toBeUndefined();
    expect(titleOf('x'.repeat(300))).toHaveLength(200);
    expect(titleOf(`${'x'.repeat(199)}😀`)).toBe('x'.repeat(199));
  });
});

describe('repositoryAlias', () => {
  it.each([
    ['https://GitHub.com/Acme/Shop', 'github.com/acme/shop'],
    ['https://user:pass@git.acme.io/a/b/c.git/', 'git.acme.io/a/b/c'],
    ['ssh://git@git.acme.io:2222/a/b.git', 'git.acme.io:2222/a/b'],
    ['git@gitlab.com:acme/shop.git', 'gitlab.com/acme/shop'],
  ])('reads %s', (address, value) => {
    expect(repositoryAlias(address)).toEqual({ scheme: 'repository', value });
  });

  it.each([undefined, '', 'acme/shop', 'https://github.com/', '/srv/git/a'])(
    'finds none in %s',
    address => {
      expect(repositoryAlias(address)).toBeUndefined();
    },
  );
});
