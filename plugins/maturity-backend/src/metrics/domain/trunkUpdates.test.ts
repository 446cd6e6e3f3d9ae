import { AS_OF, change, daysAgo, HOUR } from '../__testUtils__/facts';
import { trunkUpdates } from './trunkUpdates';

const window = { from: daysAgo(50), to: AS_OF };
const merged = { mergedAt: daysAgo(2) };
const push = { form: 'push' as const, mergeSha: 'm', headSha: 'm' };

describe('trunkUpdates', () => {
  it.each([
    [
      'a merged request and the push of its merge commit',
      [
        change('r', { ...merged, mergeSha: 'm', headSha: 'h' }),
        change('p', { ...push, mergedAt: daysAgo(2) + 900 }),
      ],
    ],
    [
      'a push that arrived without a merge commit',
      [
        change('r', { ...merged, mergeSha: undefined, headSha: 'm' }),
        change('p', { ...push, mergedAt: daysAgo(2) + 900 }),
      ],
    ],
    [
      'three changes that are tied by the middle one',
      [
        change('a', { ...merged, mergeSha: 'x', headSha: 'h' }),
        change('b', { ...merged, mergeSha: 'm', headSha: 'h2' }),
        change('c', { ...merged, mergeSha: 'x', headSha: 'm' }),
      ],
    ],
  ])('counts once %s', (_, facts) => {
    for (const list of [facts, [...facts].reverse()]) {
      const updates = trunkUpdates(list, window);
      expect(updates).toHaveLength(1);
      expect(updates[0]).toMatchObject({ at: daysAgo(2) });
    }
  });

  it.each([
    ['two pushes', change('a', merged), change('b', merged)],
    [
      'changes that name no commit',
      change('a', { ...merged, mergeSha: undefined }),
      change('b', { ...merged, mergeSha: undefined }),
    ],
  ])('counts apart %s', (_, a, b) => {
    expect(trunkUpdates([a, b], window)).toHaveLength(2);
  });

  it.each([
    ['not merged', { mergedAt: undefined }],
    ['of a branch', { trunk: false }],
    ['of an unknown target', { trunk: undefined }],
    ['merged before', { mergedAt: window.from - 1 }],
    ['merged at the end', { mergedAt: window.to }],
  ])('leaves out a change %s', (_, fields) => {
    expect(
      trunkUpdates([change('a', { ...merged, ...fields })], window),
    ).toEqual([]);
  });

  it('asks the request who made it, and the push what it brought', () => {
    const [update] = trunkUpdates(
      [
        change('r', {
          ...merged,
          mergeSha: 'm',
          author: 'ann',
          bot: false,
          commits: 5,
        }),
        change('p', {
          ...push,
          ...merged,
          author: 'queue',
          bot: true,
          commits: 1,
        }),
      ],
      window,
    );
    expect(update).toMatchObject({
      fact: { key: 'r' },
      author: 'ann',
      bot: false,
      commits: 1,
    });
    expect([...update.shas]).toEqual(['m']);
  });

  it.each([
    [
      'the first commit of the request',
      { firstCommitAt: daysAgo(9), createdAt: daysAgo(8) },
      undefined,
      { at: daysAgo(9), approximate: false },
    ],
    [
      'an earlier commit that came with the push',
      { firstCommitAt: daysAgo(9) },
      { firstCommitAt: daysAgo(10) },
      { at: daysAgo(10), approximate: false },
    ],
    [
      'the creation of the request, where only its squash is known',
      { createdAt: daysAgo(8) },
      { firstCommitAt: daysAgo(2), createdAt: daysAgo(20) },
      { at: daysAgo(8), approximate: true },
    ],
    ['the update itself', {}, undefined, { at: daysAgo(2), approximate: true }],
  ])('begins with %s', (_, ofRequest, ofPush, begun) => {
    const facts = [
      change('r', { ...merged, mergeSha: 'm', ...ofRequest }),
      ...(ofPush ? [change('p', { ...push, ...merged, ...ofPush })] : []),
    ];
    expect(trunkUpdates(facts, window)[0].begun).toEqual(begun);
  });

  it('begins a push with its first commit', () => {
    const facts = [
      change('p', { ...push, ...merged, firstCommitAt: daysAgo(2) - HOUR }),
    ];
    expect(trunkUpdates(facts, window)[0].begun).toEqual({
      at: daysAgo(2) - HOUR,
      approximate: false,
    });
  });
});
