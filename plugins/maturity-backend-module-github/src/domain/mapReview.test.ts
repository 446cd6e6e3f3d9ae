import type { Statement } from '@devops-scorecards/plugin-maturity-common';
// How facts are folded is no business of other packages but of this test.
// eslint-disable-next-line @backstage/no-forbidden-package-imports, @backstage/no-mixed-plugin-imports
import { foldFact } from '@devops-scorecards/plugin-maturity-backend/src/facts/domain/foldFact';
import fc from 'fast-check';
import { genuineSamples } from '../__testUtils__/samples';
import { mapPullRequest } from './mapPullRequest';
import { mapReview } from './mapReview';
import { pullRequestSchema, reviewSchema } from './payloads';

const OPENED = Date.parse('2026-11-20T08:00:00Z');
const MINUTE = 60_000;
const AUTHOR = 'Codertocat';

/** A review, and what its request was like when it was told of. */
interface Reviewed {
  action?: string;
  state: string;
  /** Null for a deleted account. */
  by?: string | null;
  type?: string;
  /** Minutes after the request was opened. */
  at: number;
  /** When the request was changed last, where that is later. */
  updatedAt?: number;
  mergedAt?: number;
}

const time = (minutes: number) =>
  new Date(OPENED + minutes * MINUTE).toISOString().replace('.000', '');

function genuine(name: string) {
  return JSON.parse(genuineSamples.find(known => known.name === name)!.body);
}

/** A genuine event, changed as told. */
function payloadOf({ action = 'submitted', ...reviewed }: Reviewed) {
  const { state, by = 'octocat', type = 'User', at, mergedAt } = reviewed;
  const payload = genuine('pull_request_review 2');
  Object.assign(payload.review, {
    state,
    user: by === null ? null : { ...payload.review.user, login: by, type },
    submitted_at: time(at),
  });
  Object.assign(payload.pull_request, {
    state: mergedAt === undefined ? 'open' : 'closed',
    updated_at: time(reviewed.updatedAt ?? at),
    merged_at: mergedAt === undefined ? null : time(mergedAt),
  });
  return { ...payload, action };
}

function said(reviewed: Reviewed) {
  return mapReview(reviewSchema.parse(payloadOf(reviewed))).statements;
}

/** What the event of the merge says. */
function merge(at: number) {
  const payload = genuine('pull_request 3');
  Object.assign(payload.pull_request, {
    updated_at: time(at),
    closed_at: time(at),
    merged_at: time(at),
  });
  return mapPullRequest(pullRequestSchema.parse(payload), {
    projects: new Set(),
    context: { tierOf: () => undefined, pseudonym: () => undefined },
  }).statements;
}

function approved(...events: Statement[][]): boolean | undefined {
  return foldFact(
    'change',
    events.flatMap(statements =>
      statements.map((statement, position) => ({
        statement: statement as Statement<'change'>,
        eventKey: JSON.stringify(statements),
        position,
      })),
    ),
  ).fields.approved;
}

describe('a review', () => {
  const APPROVES = [
    expect.objectContaining({
      key: 'codertocat/hello-world#2',
      rank: 1,
      fields: { approved: true },
    }),
  ];
  const TAKES_BACK = [
    expect.objectContaining({
      key: 'codertocat/hello-world#2',
      rank: 1,
      fields: {},
      clears: ['approved'],
    }),
  ];

  it.each<[string, Reviewed, unknown[]]>([
    ['that approves', { state: 'approved', at: 1 }, APPROVES],
    [
      'that approves, edited later',
      { action: 'edited', state: 'approved', at: 1, updatedAt: 5 },
      APPROVES,
    ],
    [
      'that approves when it is merged',
      { state: 'approved', at: 5, mergedAt: 5 },
      APPROVES,
    ],
    [
      'told of after the merge',
      { state: 'approved', at: 1, mergedAt: 5, updatedAt: 5 },
      APPROVES,
    ],
    ['after the merge', { state: 'approved', at: 6, mergedAt: 5 }, []],
    ['of the author', { state: 'approved', by: 'CODERTOCAT', at: 1 }, []],
    [
      'of a bot',
      { state: 'approved', by: 'approve[bot]', type: 'Bot', at: 1 },
      [],
    ],
    ['of a deleted account', { state: 'approved', by: null, at: 1 }, []],
    ['that comments', { state: 'commented', at: 1 }, []],
    ['that waits', { state: 'pending', at: 1 }, []],
    [
      'that asks for changes',
      { state: 'changes_requested', at: 1 },
      TAKES_BACK,
    ],
    [
      'that asks for changes after the merge',
      { state: 'changes_requested', at: 6, mergedAt: 5 },
      [],
    ],
    [
      'that is dismissed',
      { action: 'dismissed', state: 'dismissed', at: 1 },
      TAKES_BACK,
    ],
    [
      'that is dismissed, of a deleted account',
      { action: 'dismissed', state: 'dismissed', by: null, at: 1 },
      TAKES_BACK,
    ],
    [
      'that is dismissed after the merge',
      {
        action: 'dismissed',
        state: 'dismissed',
        at: 1,
        updatedAt: 6,
        mergedAt: 5,
      },
      [],
    ],
    [
      'that was dismissed and is edited',
      { action: 'edited', state: 'dismissed', at: 1, updatedAt: 5 },
      [],
    ],
    [
      'of the author that is dismissed',
      { action: 'dismissed', state: 'dismissed', by: AUTHOR, at: 1 },
      [],
    ],
  ])('%s', (_, reviewed, expected) => {
    expect(said(reviewed)).toEqual(expected);
  });

  it('keeps nobody’s name', () => {
    const payload = reviewSchema.parse(payloadOf({ state: 'approved', at: 1 }));
    expect(JSON.stringify(mapReview(payload))).not.toMatch(/octocat/i);
  });

  it('is refused where it is not as documented', () => {
    const { review: _, ...payload } = payloadOf({ state: 'approved', at: 1 });
    expect(() => reviewSchema.parse(payload)).toThrow('review');
  });
});

describe('a merged request', () => {
  const approval = said({ state: 'approved', at: 1 });
  const dismissal = said({
    action: 'dismissed',
    state: 'dismissed',
    at: 1,
    // GitHub need not move the request for it.
    updatedAt: 1,
  });

  it.each<[string, Statement[][], boolean | undefined]>([
    ['that nobody reviewed', [], undefined],
    ['that was approved', [approval], true],
    ['whose approval was dismissed', [approval, dismissal], undefined],
    [
      'that was approved again',
      [approval, dismissal, said({ state: 'approved', at: 3 })],
      true,
    ],
    [
      'that changes were asked of after an approval',
      [approval, said({ state: 'changes_requested', at: 3 })],
      undefined,
    ],
    [
      'that was approved after changes were asked of it',
      [said({ state: 'changes_requested', at: 0 }), approval],
      true,
    ],
    [
      'that was commented on after an approval',
      [approval, said({ state: 'commented', at: 3 })],
      true,
    ],
    [
      'that was approved after the merge only',
      [said({ state: 'approved', at: 11, mergedAt: 10 })],
      undefined,
    ],
  ])('%s', (_, reviews, expected) => {
    const events = [...reviews, merge(10)];
    expect(approved(...events)).toBe(expected);
    expect(approved(...[...events].reverse())).toBe(expected);
  });

  it('is approved if the last word before the merge was an approval', () => {
    const MERGED = 5;
    const word: fc.Arbitrary<Reviewed> = fc
      .record({
        state: fc.constantFrom(
          'approved',
          'commented',
          'changes_requested',
          'dismissed',
        ),
        by: fc.constantFrom('octocat', 'hubot', AUTHOR),
        // Each in a minute of its own, so that there is a last one.
        at: fc.nat(9).map(minute => minute + 0.5),
      })
      .map(({ state, by, at }) => ({
        state,
        by,
        at,
        action: state === 'dismissed' ? 'dismissed' : 'submitted',
        ...(at > MERGED && { mergedAt: MERGED }),
      }));
    fc.assert(
      fc.property(
        fc
          .uniqueArray(word, { maxLength: 8, selector: ({ at }) => at })
          .chain(words =>
            fc.tuple(
              fc.constant(words),
              // Late, in any order and twice.
              fc.shuffledSubarray([...words, ...words], {
                minLength: words.length * 2,
              }),
              fc.nat(words.length * 2),
            ),
          ),
        ([words, delivered, mergeAt]) => {
          const events = delivered.map(said);
          events.splice(mergeAt, 0, merge(MERGED));
          const [last] = words
            .filter(
              ({ at, by, state }) =>
                at <= MERGED && by !== AUTHOR && state !== 'commented',
            )
            .sort((a, b) => b.at - a.at);
          expect(approved(...events)).toBe(
            last?.state === 'approved' ? true : undefined,
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});
