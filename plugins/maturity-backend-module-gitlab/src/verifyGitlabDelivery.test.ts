import { ConfigReader } from '@backstage/config';
import { configuredSources } from '@devops-scorecards/plugin-maturity-node';
import {
  delivery,
  gitlabSource,
  RECEIVED_AT,
  SECRET,
  signatureOf,
  SIGNING_TOKEN,
} from './__testUtils__/delivery';
import { push } from './__testUtils__/payloads';

const OTHER_TOKEN = `whsec_${Buffer.alloc(32, 9).toString('base64')}`;
const BODY = JSON.stringify(push());
const KEY = 'maturity.sources.gitlab';

describe('proof', () => {
  const token = { webhookSecret: ['an old one', SECRET] };
  const signing = { signingToken: [OTHER_TOKEN, SIGNING_TOKEN] };
  const unsigned = { 'x-gitlab-token': SECRET };
  const signed = { ...signatureOf(BODY), 'x-gitlab-token': undefined };

  const verify = (
    settings: object,
    headers: Record<string, string | undefined>,
    body = BODY,
  ) => gitlabSource(settings as never).verify(delivery(body, headers));

  it.each([
    ['a secret token', token, unsigned],
    ['a signature', signing, signed],
    [
      'a secret token where signatures would do, too',
      { ...token, ...signing },
      unsigned,
    ],
    [
      'a signature where secret tokens would do, too',
      { ...token, ...signing },
      signed,
    ],
    [
      'a signature beside a wrong secret token',
      { ...token, ...signing },
      { ...signed, 'x-gitlab-token': 'x' },
    ],
  ])('is %s', (_, settings, headers) => {
    expect(() => verify(settings, headers)).not.toThrow();
  });

  const failing = (changes: object) => ({ ...unsigned, ...signed, ...changes });

  it.each([
    [
      'no token',
      token,
      { 'x-gitlab-token': undefined },
      'X-Gitlab-Token is missing',
    ],
    [
      'a wrong token',
      token,
      { 'x-gitlab-token': `${SECRET} ` },
      'X-Gitlab-Token is wrong',
    ],
    [
      'an empty token',
      token,
      { 'x-gitlab-token': '' },
      'X-Gitlab-Token is wrong',
    ],
    [
      'no signature where only signatures do',
      signing,
      unsigned,
      'is not signed',
    ],
    [
      'a wrong signature',
      signing,
      failing(signatureOf(`${BODY} `)),
      'does not hold',
    ],
    [
      'a wrong signature beside a good token',
      { ...token, ...signing },
      { ...signatureOf(`${BODY} `), ...unsigned },
      'does not hold',
    ],
    [
      'the signature of another token',
      { signingToken: SIGNING_TOKEN },
      signatureOf(BODY, { token: OTHER_TOKEN }),
      'does not hold',
    ],
    [
      'a signature of six minutes ago',
      signing,
      signatureOf(BODY, { at: RECEIVED_AT - 6 * 60_000 }),
      'does not hold',
    ],
    [
      'an empty signature beside a good token',
      { ...token, ...signing },
      { ...unsigned, 'webhook-signature': '' },
      'does not hold',
    ],
  ])('is not %s', (_, settings, headers, message) => {
    expect(() => verify(settings, headers as Record<string, string>)).toThrow(
      expect.objectContaining({
        name: 'AuthenticationError',
        message: expect.stringContaining(message),
      }),
    );
  });

  it.each([
    ['nothing is configured', {}, unsigned, `${KEY}.webhookSecret`],
    ['nothing verifies a signature', token, signed, `${KEY}.signingToken`],
  ])('is impossible where %s', (_, settings, headers, message) => {
    expect(() => verify(settings, headers)).toThrow(
      expect.objectContaining({
        name: 'NotAllowedError',
        message: expect.stringContaining(message),
      }),
    );
  });

  it('names the setting of signatures and no secret', () => {
    let message = '';
    try {
      verify(signing, signatureOf(`${BODY} `));
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain(`${KEY}.signingToken`);
    expect(message).not.toContain(`${KEY}.webhookSecret`);
    expect(message).not.toMatch(/whsec_[A-Za-z0-9]/);
  });
});

describe('settings', () => {
  it('say what is missing', () => {
    expect(gitlabSource({}).problem).toBe(
      `neither ${KEY}.signingToken nor ${KEY}.webhookSecret is set`,
    );
    expect(gitlabSource().problem).toBeUndefined();
    expect(
      gitlabSource({ signingToken: SIGNING_TOKEN }).problem,
    ).toBeUndefined();
  });

  it.each([
    [{ releases: 'yes' }, `${KEY}.releases is 'yes'`],
    [{ signingToken: 'whsec_' }, `${KEY}.signingToken is no signing token`],
    [{ signingToken: [SIGNING_TOKEN, SECRET] }, 'which begins with whsec_'],
    [{ severityLabels: { high: ['s2'] } }, `${KEY}.severityLabels.high`],
    [
      { taskLabels: ['chore'], actionLabels: ['Chore'] },
      `${KEY}.taskLabels lists too`,
    ],
  ])('refuse %j', (settings, message) => {
    expect(() => gitlabSource(settings)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });

  it('never quote a signing token', () => {
    expect(() => gitlabSource({ signingToken: SECRET })).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining(SECRET) }),
    );
  });

  it('are of any source of the type', () => {
    const sources = configuredSources(
      new ConfigReader({
        maturity: { sources: { 'gitlab-com': { type: 'gitlab' } } },
      }),
      'gitlab',
    );
    expect(sources.map(({ id }) => id)).toEqual(['gitlab-com']);
  });
});
