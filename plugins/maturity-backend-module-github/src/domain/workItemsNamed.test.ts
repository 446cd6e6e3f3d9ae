import { type RequestTexts, workItemsNamed } from './workItemsNamed';

function named(
  texts: Partial<RequestTexts>,
  projects: readonly string[] = [],
): number | undefined {
  return workItemsNamed(
    { title: 'Refunds', body: null, branch: 'refunds', ...texts },
    {
      repository: {
        full_name: 'Acme/Shop',
        html_url: 'https://github.com/Acme/Shop',
        default_branch: 'main',
      },
      number: 7,
      projects: new Set(projects),
    },
  );
}

describe('workItemsNamed', () => {
  it.each<[string, number]>([
    ['Closes #12', 1],
    ['closes: #12', 1],
    ['FIXED #12.', 1],
    ['resolve #12 and resolves #13', 2],
    ['Fixes owner/repo#12', 1],
    ['Closes GH-12', 1],
    ['Closes https://github.com/acme/shop/issues/12', 1],
    ['- [x] closes #12', 1],
    // One issue, however it is written.
    ['Closes #12, fixes acme/shop#12, closes gh-12', 1],
    ['Closes #12\r\nCloses #13\r\nCloses #12', 2],
    // A keyword is for one reference, as GitHub has it.
    ['Closes #12, #13', 1],
  ])('counts the issues that %p closes', (body, count) => {
    expect(named({ body })).toBe(count);
    expect(named({ title: body })).toBe(count);
  });

  it.each<[string, Partial<RequestTexts>]>([
    ['says nothing of them', { body: 'As asked.' }],
    ['has an empty body', { body: null }],
    ['holds a comment of a template', { body: '<!-- Closes #12 -->' }],
    ['holds code', { body: '`Closes #12`\n```\nCloses #13\n```' }],
    ['holds an entity', { body: 'It&#39;s done' }],
    ['links to a request', { body: 'See https://github.com/a/b/pull/3' }],
    ['is on a branch that has a number', { branch: 'release-2' }],
  ])('knows that there are none where a request %s', (_, texts) => {
    expect(named(texts)).toBe(0);
  });

  it.each<[string, Partial<RequestTexts>]>([
    ['mentions a number', { body: 'A part of #12' }],
    ['closes itself', { body: 'Closes acme/shop#7' }],
    ['mentions one in its title', { title: 'Refunds (#12)' }],
    ['encloses a number in a word', { body: 'encloses #12' }],
    ['links to an issue', { body: 'https://github.com/a/b/issues/3' }],
    [
      'closes an issue of another GitHub',
      { body: 'Closes https://github.acme.com/acme/shop/issues/12' },
    ],
    ['has what may be a key', { title: 'Use SHA-256' }],
    ['has what may be a key in its body', { body: 'Jira: PAY-12' }],
    ['is on a branch that may be of an issue', { branch: '12-refunds' }],
    ['is longer than what is read', { body: 'x'.repeat(70_000) }],
    ['does not show its body', { body: undefined }],
  ])('knows nothing where a request %s', (_, texts) => {
    expect(named(texts)).toBeUndefined();
  });

  it.each<[string, Partial<RequestTexts>, number | undefined]>([
    ['in the title', { title: 'PAY-12: refunds' }, 1],
    ['in brackets', { title: '[PAY-12][OPS-3] Refunds' }, 2],
    ['in the body', { body: 'Jira: PAY-12' }, 1],
    ['in the branch', { branch: 'feature/PAY-12-refunds' }, 1],
    ['in a branch of small letters', { branch: 'feature_pay-12' }, 1],
    ['in an address', { body: 'https://acme.test/browse/PAY-12' }, 1],
    ['everywhere', { title: 'PAY-12', body: 'PAY-12', branch: 'pay-12' }, 1],
    ['beside an issue', { title: 'PAY-12', body: 'Closes #12' }, 2],
    ['without a body', { title: 'PAY-12', body: undefined }, 1],
    ['of another project', { title: 'Use SHA-256' }, 0],
    ['that goes on', { title: 'PAY-12a XPAY-12 PAY-012 PAY-' }, 0],
    ['in code', { body: '`PAY-12`' }, 0],
    ['in small letters in a text', { title: 'we pay-12 times' }, 0],
  ])('counts the keys of projects %s', (_, texts, count) => {
    expect(named(texts, ['PAY', 'OPS'])).toBe(count);
  });

  it('counts no more than people name', () => {
    const body = Array.from({ length: 99 }, (_, i) => `Closes #${i + 10}`);
    expect(named({ body: body.join('\n') })).toBe(50);
  });

  it.each(['closes ', '#1', 'closes a/', 'PAY-', 'closes https://a.b/', 'A_'])(
    'takes no long time over many of %p',
    part => {
      const body = part.repeat(65_536 / part.length);
      const started = Date.now();
      named({ title: body, body, branch: body }, ['PAY']);
      named({ title: body, body, branch: body });
      expect(Date.now() - started).toBeLessThan(2000);
    },
  );
});
