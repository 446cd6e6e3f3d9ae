import fc from 'fast-check';
import { review, type ReviewSample } from '../__testUtils__/restSamples';
import { readApproval } from './readApproval';

const MERGED = Date.UTC(2026, 10, 20, 8);
const HOUR = 3_600_000;

function read(reviews: ReviewSample[], isAll = true) {
  return readApproval(reviews.map(review), {
    author: { login: 'octocat', type: 'User' },
    mergedAt: MERGED,
    isAll,
  });
}

const at = (hours: number) => MERGED + hours * HOUR;

describe('readApproval', () => {
  const approval: ReviewSample = { state: 'APPROVED', by: 'ann', at: at(-3) };

  it.each<[string, ReviewSample[], boolean | undefined]>([
    ['without reviews', [], false],
    ['that was approved', [approval], true],
    ['approved in the second of the merge', [{ ...approval, at: at(0) }], true],
    ['approved after the merge', [{ ...approval, at: at(1) }], false],
    ['approved by its author', [{ ...approval, by: 'OctoCat' }], false],
    ['approved by a bot', [{ ...approval, by: 'x[bot]', type: 'Bot' }], false],
    ['approved by a deleted account', [{ ...approval, by: null }], undefined],
    ['commented on', [{ ...approval, state: 'COMMENTED' }], false],
    ['being reviewed', [{ ...approval, state: 'PENDING', at: null }], false],
    [
      'whose approval was dismissed',
      [{ ...approval, state: 'DISMISSED' }],
      undefined,
    ],
    [
      'of which one approval was dismissed and another was not',
      [
        { ...approval, state: 'DISMISSED' },
        { ...approval, by: 'bob' },
      ],
      true,
    ],
    [
      'whose reviewer commented after the approval',
      [approval, { ...approval, state: 'COMMENTED', at: at(-1) }],
      true,
    ],
    [
      'whose reviewer asked for changes after the approval',
      [approval, { ...approval, state: 'CHANGES_REQUESTED', at: at(-1) }],
      false,
    ],
    [
      'of which somebody else asked for changes',
      [approval, { state: 'CHANGES_REQUESTED', by: 'bob', at: at(-1) }],
      true,
    ],
    [
      'of which changes were asked after the merge',
      [approval, { ...approval, state: 'CHANGES_REQUESTED', at: at(1) }],
      true,
    ],
  ])('knows of a request %s', (_, reviews, expected) => {
    expect(read(reviews)).toBe(expected);
  });

  it('knows nothing where there are more than were read', () => {
    expect(read([approval], false)).toBeUndefined();
  });

  it('refuses what is not as documented', () => {
    expect(() =>
      readApproval([{ user: null }], {
        author: undefined,
        mergedAt: MERGED,
        isAll: true,
      }),
    ).toThrow('state');
  });

  it('does not depend on the order of the list', () => {
    const sample: fc.Arbitrary<ReviewSample> = fc.record({
      state: fc.constantFrom(
        'APPROVED',
        'CHANGES_REQUESTED',
        'DISMISSED',
        'COMMENTED',
      ),
      by: fc.constantFrom('ann', 'bob', 'octocat', null),
      at: fc.integer({ min: -5, max: 5 }).map(at),
    });
    fc.assert(
      fc.property(
        fc
          .uniqueArray(sample, {
            maxLength: 8,
            selector: one => `${one.by} ${one.at}`,
          })
          .chain(reviews =>
            fc.tuple(
              fc.constant(reviews),
              fc.shuffledSubarray(reviews, { minLength: reviews.length }),
            ),
          ),
        ([reviews, shuffled]) => {
          expect(read(shuffled)).toBe(read(reviews));
        },
      ),
      { numRuns: 200 },
    );
  });
});
