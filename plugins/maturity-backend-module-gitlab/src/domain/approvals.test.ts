import {
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
// How facts are folded is no business of other packages but of this test.
// eslint-disable-next-line @backstage/no-forbidden-package-imports, @backstage/no-mixed-plugin-imports
import { foldFact } from '@devops-scorecards/plugin-maturity-backend/src/facts/domain/foldFact';
import fc from 'fast-check';
import { mapped, RECEIVED_AT } from '../__testUtils__/delivery';
import {
  type Edits,
  HOST,
  mergeRequest,
  reviewer,
  SHA,
  user,
} from '../__testUtils__/payloads';

const MINUTE = 60_000;
const TAKEN_BACK_AT = RECEIVED_AT + 10_000;

const author = user;
const ann = { ...user, id: 5, username: 'alee' };
const bob = { ...user, id: 6, username: 'bob' };
const bot = { ...user, id: 7, username: 'project_30_bot_0123456789abcdef' };

function told(edits: Edits, rest: Edits = {}, receivedAt = RECEIVED_AT) {
  return mapped(mergeRequest(edits, rest), { receivedAt })
    .statements as Statement<'change'>[];
}

const MERGE = { state: 'merged', action: 'merge', merge_commit_sha: SHA };

function approved(...events: Statement<'change'>[][]): boolean | undefined {
  return foldFact(
    'change',
    events.flatMap(statements =>
      statements.map((statement, position) => ({
        statement,
        eventKey: JSON.stringify(statements),
        position,
      })),
    ),
  ).fields.approved;
}

describe('an open merge request', () => {
  const approval = { occurredAt: RECEIVED_AT, fields: { approved: true } };
  const takenBack = {
    occurredAt: TAKEN_BACK_AT,
    fields: {},
    clears: ['approved'],
  };

  it.each<[string, string, Edits, object[]]>([
    ['somebody else approves', 'approval', { user: ann }, [approval]],
    ['all have approved', 'approved', { user: ann }, [approval]],
    ['the author approves', 'approval', { user: author }, []],
    ['a bot approves', 'approved', { user: bot }, []],
    ['nobody knows who approves', 'approved', { user: null }, []],
    ['one is taken back', 'unapproval', { user: ann }, [takenBack]],
    ['commits were added', 'unapproved', { user: author }, [takenBack]],
    ['it is edited', 'update', { user: ann }, []],
    [
      'its reviewers are shown to approve before the merge',
      'update',
      { user: ann, reviewers: [reviewer('approved')] },
      [],
    ],
    [
      'who approved asks for changes',
      'update',
      {
        user: ann,
        changes: {
          reviewers: {
            previous: [reviewer('approved')],
            current: [reviewer('requested_changes')],
          },
        },
      },
      [takenBack],
    ],
    [
      'who approved is asked again',
      'update',
      {
        user: author,
        changes: {
          reviewers: {
            previous: [reviewer('approved')],
            current: [reviewer('unreviewed', { re_requested: true })],
          },
        },
      },
      [takenBack],
    ],
    [
      'who approved is no reviewer any more, and approves still',
      'update',
      {
        changes: {
          reviewers: { previous: [reviewer('approved')], current: [] },
        },
      },
      [],
    ],
    [
      'a version that tells no states changes its reviewers',
      'update',
      {
        changes: {
          reviewers: { previous: [], current: [reviewer(undefined)] },
        },
      },
      [],
    ],
  ])('when %s', (_, action, rest, expected) => {
    expect(told({ action }, rest).slice(1)).toEqual(
      expected.map(says => ({
        kind: 'change',
        key: `${HOST}/merge_requests/99`,
        rank: StatementRank.Started,
        ...says,
      })),
    );
  });

  it.each(['closed', 'merged', 'locked'])(
    'tells nothing of approvals when it is %s',
    state => {
      expect(told({ state, action: 'approved' }, { user: ann })).toHaveLength(
        1,
      );
      expect(told({ state, action: 'unapproved' }, { user: ann })).toHaveLength(
        1,
      );
    },
  );
});

describe('the merge', () => {
  it.each<[string, Edits, boolean | undefined]>([
    ['that a reviewer approves', { reviewers: [reviewer('approved')] }, true],
    [
      'that one of several approves',
      { reviewers: [reviewer('unreviewed', bob), reviewer('approved')] },
      true,
    ],
    [
      'that its author alone approves',
      { reviewers: [reviewer('approved', author)] },
      undefined,
    ],
    [
      'that a bot alone approves',
      { reviewers: [reviewer('approved', bot)] },
      undefined,
    ],
    [
      'whose approvals are gone',
      { reviewers: [reviewer('unapproved')] },
      undefined,
    ],
    ['of an older version', { reviewers: [reviewer(undefined)] }, undefined],
    ['without reviewers', {}, undefined],
  ])('%s', (_, rest, expected) => {
    const [{ fields, rank }] = told(MERGE, rest);
    expect([rank, fields.approved]).toEqual([StatementRank.Finished, expected]);
  });

  it('has the last word, whatever was heard of before', () => {
    const events = [
      told({ action: 'unapproval' }, { user: ann }, RECEIVED_AT + MINUTE),
      told(MERGE, { reviewers: [reviewer('approved', bob)] }),
    ];
    expect(approved(...events)).toBe(true);
    expect(approved(...[...events].reverse())).toBe(true);
  });

  it('is not approved by an edit after it', () => {
    const edited = told(
      { state: 'merged', action: 'update' },
      { reviewers: [reviewer('approved')] },
    );
    expect(approved(told(MERGE), edited)).toBeUndefined();
  });

  it('keeps nobody’s name', () => {
    const told_ = told(MERGE, { reviewers: [reviewer('approved')], user: ann });
    expect(JSON.stringify(told_)).not.toMatch(/alee|Ann/);
  });
});

describe('an approval that was taken back at once', () => {
  it('is none, though it is heard of after that', () => {
    const events = [
      told({ action: 'unapproval' }, { user: ann }),
      told({ action: 'approval' }, { user: ann }, RECEIVED_AT + 2000),
      told(MERGE),
    ];
    expect(approved(...events)).toBeUndefined();
  });
});

describe('events of approvals', () => {
  it('add up to what was heard of last before the merge, in any order', () => {
    const word = fc.record({
      action: fc.constantFrom('approval', 'approved', 'unapproval', 'update'),
      by: fc.constantFrom(author, ann, bob, bot),
      minute: fc.nat(9),
    });
    const words = fc
      .uniqueArray(word, { maxLength: 8, selector: ({ minute }) => minute })
      .chain(all =>
        fc.tuple(
          fc.constant(all),
          fc.shuffledSubarray([...all, ...all], {
            minLength: all.length * 2,
          }),
          fc.nat(all.length * 2),
        ),
      );
    fc.assert(
      fc.property(words, ([all, delivered, mergeAt]) => {
        const events = delivered.map(({ action, by, minute }) =>
          told({ action }, { user: by }, RECEIVED_AT + minute * MINUTE),
        );
        events.splice(mergeAt, 0, told(MERGE));
        const [last] = all
          .filter(
            ({ action, by }) =>
              action === 'unapproval' ||
              (action.startsWith('approv') && (by === ann || by === bob)),
          )
          .sort((a, b) => b.minute - a.minute);
        expect(approved(...events)).toBe(
          last?.action.startsWith('approv') ? true : undefined,
        );
      }),
      { numRuns: 100 },
    );
  });
});
