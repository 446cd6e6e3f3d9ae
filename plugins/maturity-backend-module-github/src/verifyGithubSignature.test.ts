import { verifyGithubSignature } from './verifyGithubSignature';

// The vector of GitHub's documentation, "Validating webhook deliveries".
const secret = "It's a Secret to Everybody";
const key = 'maturity.sources.github';
const rawBody = Buffer.from('Hello, World!');
const hex = '757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17';

describe('verifyGithubSignature', () => {
  it.each([`sha256=${hex}`, `sha256=${hex.toUpperCase()}`])(
    'accepts the documented vector: %s',
    signature => {
      expect(() =>
        verifyGithubSignature({ secrets: [secret], key, rawBody, signature }),
      ).not.toThrow();
    },
  );

  it.each([
    undefined,
    '',
    hex,
    `sha1=${hex.slice(0, 40)}`,
    `sha256=${hex.slice(0, 62)}`,
    `sha256=${hex}00`,
    `sha256=${hex.replace('7', '8')}`,
    `sha256=${'0'.repeat(64)}`,
  ])('refuses %s', signature => {
    expect(() =>
      verifyGithubSignature({ secrets: [secret], key, rawBody, signature }),
    ).toThrow(expect.objectContaining({ name: 'AuthenticationError' }));
  });

  it('refuses another secret and a changed byte, and tells no secret', () => {
    const signature = `sha256=${hex}`;
    for (const change of [
      { secrets: ['another'], rawBody },
      { secrets: [secret], rawBody: Buffer.from('Hello, World?') },
    ]) {
      let message = '';
      try {
        verifyGithubSignature({ key, signature, ...change });
      } catch (error) {
        message = (error as Error).message;
      }
      expect(message).toContain('maturity.sources.github.webhookSecret');
      expect(message).not.toContain(change.secrets[0]);
      expect(message).not.toContain(hex);
    }
  });
});
