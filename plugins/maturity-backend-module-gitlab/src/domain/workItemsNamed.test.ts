import { type RequestTexts, workItemsNamed } from './workItemsNamed';

function named(
  texts: Partial<RequestTexts>,
  projects: readonly string[] = [],
): number | undefined {
  return workItemsNamed(
    { title: 'Refunds', description: '', branch: 'refunds', ...texts },
    {
      project: { host: 'gitlab.example.com', path: 'Acme/shop' },
      projects: new Set(projects),
    },
  );
}

describe('workItemsNamed', () => {
  it.each<[string, number]>([
    ['Closes #12', 1],
    ['closing: #12.', 1],
    ['Implements #12', 1],
    ['Resolved issue #12', 1],
    ['Fixing issues #12 and #13', 2],
    ['Closes #4, #6, and #7', 3],
    ['Closes #4 #6', 2],
    ['Fixes group/sub/project#12', 1],
    ['Closes https://gitlab.example.com/acme/shop/-/issues/12', 1],
    ['Closes https://gitlab.example.com/acme/shop/-/work_items/12', 1],
    // One issue, however it is written.
    ['Closes #12, acme/shop#12, fixes #12', 1],
    ['Closes PAY-1, #12', 1],
    ['Closes #12\r\nCloses #13', 2],
  ])('counts the issues that %p closes', (description, count) => {
    expect(named({ description })).toBe(count);
    expect(named({ title: description })).toBe(count);
  });

  it.each<[string, Partial<RequestTexts>]>([
    ['says nothing of them', { description: 'As asked.' }],
    ['has no description', { description: null }],
    ['names another request', { description: 'See !12' }],
    ['holds a comment of a template', { description: '<!-- Closes #12 -->' }],
    ['holds code', { description: '`Closes #1`\n```\nCloses #13\n```' }],
    ['is on a branch that has a number', { branch: 'release-2' }],
  ])('knows that there are none where a request %s', (_, texts) => {
    expect(named(texts)).toBe(0);
  });

  it.each<[string, Partial<RequestTexts>]>([
    ['mentions a number', { description: 'Related to #12' }],
    ['mentions one in its title', { title: 'Refunds (#12)' }],
    ['links to an issue', { description: 'https://a.test/b/-/work_items/3' }],
    ['mentions one the new way', { description: 'A part of [issue:12]' }],
    [
      'closes an issue of another GitLab',
      { description: 'Closes https://gitlab.com/acme/shop/-/issues/12' },
    ],
    ['has what may be a key', { title: 'Use SHA-256' }],
    ['closes what may be a key', { description: 'Closes PAY-12' }],
    ['is on a branch that may be of an issue', { branch: '12-refunds' }],
    ['is longer than what is read', { description: 'x'.repeat(70_000) }],
    ['does not show its description', { description: undefined }],
  ])('knows nothing where a request %s', (_, texts) => {
    expect(named(texts)).toBeUndefined();
  });

  it.each<[string, Partial<RequestTexts>, number | undefined]>([
    ['in the title', { title: 'PAY-12: refunds' }, 1],
    ['in the description', { description: 'Closes PAY-12, OPS-3' }, 2],
    ['in the branch', { branch: 'feature/PAY-12-refunds' }, 1],
    ['in a branch of small letters', { branch: 'feature_pay-12' }, 1],
    ['everywhere', { title: 'PAY-12', description: 'Fix PAY-12' }, 1],
    ['beside an issue', { title: 'PAY-12', description: 'Closes #12' }, 2],
    ['without a description', { title: 'PAY-12', description: undefined }, 1],
    ['of another project', { title: 'Use SHA-256' }, 0],
    ['that goes on', { title: 'PAY-12a XPAY-12 PAY-012 PAY-' }, 0],
    ['in code', { description: '`PAY-12`' }, 0],
  ])('counts the keys of projects %s', (_, texts, count) => {
    expect(named(texts, ['PAY', 'OPS'])).toBe(count);
  });

  it('counts no more than people name', () => {
    const closed = Array.from({ length: 99 }, (__, index) => `#${index + 1}`);
    expect(named({ description: `Closes ${closed.join(', ')}` })).toBe(50);
  });

  it.each(['closes ', 'closes #1', 'closes a/', 'PAY-', 'a/', '#1, ', ' '])(
    'takes no long time over many of %p',
    part => {
      const many = `closes ${part.repeat(65_536 / part.length)}`;
      const started = Date.now();
      named({ title: many, description: many, branch: many }, ['PAY']);
      named({ title: many, description: many, branch: many });
      expect(Date.now() - started).toBeLessThan(2000);
    },
  );
});
