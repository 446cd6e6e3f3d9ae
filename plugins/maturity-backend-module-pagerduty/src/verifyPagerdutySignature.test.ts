import { signatureOf } from './__testUtils__/deliveries';
import { verifyPagerdutySignature } from './verifyPagerdutySignature';

const secret = 'the secret of the subscription';
const key = 'maturity.sources.pagerduty';
const body = '{"event":{"title":"支付失败"}}';
const rawBody = Buffer.from(body);
const right = signatureOf(body, secret);
const wrong = signatureOf(body, 'another');

function verify(signature: string | undefined, secrets = [secret]) {
  verifyPagerdutySignature({ secrets, key, rawBody, signature });
}

describe('verifyPagerdutySignature', () => {
  // Made with `printf %s Hello | openssl dgst -sha256 -hmac key`.
  it('is the HMAC-SHA256 in hex', () => {
    expect(signatureOf('Hello', 'key')).toBe(
      'v1=c70b9f4d665bd62974afc83582de810e72a41a58db82c538a9d734c9266d321e',
    );
  });

  it.each([
    ['one', right],
    ['in upper case', right.replace(/[0-9a-f]{64}/, hex => hex.toUpperCase())],
    ['the second of two, while the secret is changed', `${wrong},${right}`],
    ['with a space after the comma', `${wrong}, ${right}`],
    ['beside one of a later version', `v2=${'0'.repeat(64)},${right}`],
  ])('accepts a signature: %s', (_, signature) => {
    expect(() => verify(signature)).not.toThrow();
  });

  it('accepts any of several configured secrets', () => {
    expect(() => verify(right, ['another', secret])).not.toThrow();
  });

  it.each([
    undefined,
    '',
    'v1=',
    wrong,
    right.slice('v1='.length),
    right.replace('v1=', 'v2='),
    right.slice(0, -2),
    `${right}00`,
    `v1=${'0'.repeat(64)}`,
    `${wrong},${wrong}`,
  ])('refuses %s', signature => {
    expect(() => verify(signature)).toThrow(
      expect.objectContaining({ name: 'AuthenticationError' }),
    );
  });

  it('refuses a changed byte, and tells neither secret nor signature', () => {
    let message = '';
    try {
      verifyPagerdutySignature({
        secrets: [secret],
        key,
        rawBody: Buffer.from(`${body} `),
        signature: right,
      });
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toContain('maturity.sources.pagerduty.webhookSecret');
    expect(message).not.toContain(secret);
    expect(message).not.toMatch(/[0-9a-f]{64}/);
  });
});
