import fc from 'fast-check';
import { branchName } from './branchName';
import { branchInName, jobName, parentOf } from './jobName';
import { jobPattern } from './jobPattern';

describe('the full name of a job', () => {
  it.each([
    ['job/test2/', 'test2'],
    ['/job/test2', 'test2'],
    ['job/acme/job/payments/job/main/', 'acme/payments/main'],
    ['job/acme/job/payments/job/feature%252Fx/', 'acme/payments/feature%2Fx'],
    ['job/My%20job/', 'My job'],
    ['job/%E6%94%AF%E4%BB%98/', '支付'],
    ['view/All/job/test2/', 'test2'],
    ['job/job/job/x/', 'job/x'],
    ['job/matrix/label=linux/', 'matrix/label=linux'],
    ['job/100%/', '100%'],
    ['computer/agent-1/', undefined],
    ['', undefined],
  ])('in %s is %s', (address, name) => {
    expect(jobName(address)).toBe(name);
  });

  it('holds the folder and, of a branch, its name', () => {
    expect(parentOf('acme/payments/main')).toBe('acme/payments');
    expect(parentOf('main')).toBeUndefined();
    expect(branchInName('acme/payments/feature%2Fx')).toBe('feature/x');
  });

  it('is found for folders of any names', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ minLength: 1, unit: 'grapheme' }), {
          minLength: 1,
          maxLength: 4,
        }),
        names => {
          const address = names
            .map(name => `job/${encodeURIComponent(name)}/`)
            .join('');
          expect(jobName(address)).toBe(names.join('/'));
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('a branch', () => {
  it.each([
    ['origin/main', 'main'],
    ['main', 'main'],
    ['origin/feature/x', 'feature/x'],
    ['feature/x', 'feature/x'],
    ['refs/heads/main', 'main'],
    ['refs/remotes/upstream/main', 'main'],
    ['remotes/origin/main', 'main'],
    ['PR-12', 'PR-12'],
    ['detached', undefined],
    ['origin/HEAD', undefined],
    ['origin/', undefined],
    [undefined, undefined],
  ])('%s is %s', (branch, name) => {
    expect(branchName(branch)).toBe(name);
  });
});

describe('a pattern of jobs', () => {
  it.each([
    ['deploy', 'deploy', true],
    ['deploy', 'deploy/x', false],
    ['deploy/*', 'deploy/a/b', true],
    ['*/main', 'acme/payments/main', true],
    ['acme/*/release', 'acme/payments/release', true],
    ['acme/*/release', 'acme/release', false],
    ['a.b', 'axb', false],
    ['Deploy', 'deploy', false],
  ])('%s and %s: %s', (pattern, job, matches) => {
    expect(jobPattern(pattern)(job)).toBe(matches);
  });
});
