import {
  StatementRank,
  type RunFields,
  type Statement,
} from '@devops-scorecards/plugin-maturity-common';
import fc from 'fast-check';
import { foldFact, type KeyedStatement } from './foldFact';

function said(
  rank: StatementRank,
  occurredAt: number,
  fields: RunFields,
  options: { eventKey?: string; position?: number } = {},
): KeyedStatement {
  const statement: Statement<'run'> = {
    kind: 'run',
    key: '1',
    rank,
    occurredAt,
    fields,
  };
  return {
    statement,
    eventKey: options.eventKey ?? 'key',
    position: options.position ?? 0,
  };
}

describe('foldFact', () => {
  it.each([
    [
      'a higher rank beats a later time',
      [
        said(StatementRank.Finished, 10, { outcome: 'failure' }),
        said(StatementRank.Started, 20, { outcome: 'success' }),
      ],
      { outcome: 'failure' },
    ],
    [
      'among equal ranks the later wins',
      [
        said(StatementRank.Finished, 20, { outcome: 'success' }),
        said(StatementRank.Finished, 10, { outcome: 'failure' }),
      ],
      { outcome: 'success' },
    ],
    [
      'among equal times the greater event key wins, by code unit',
      [
        said(StatementRank.Finished, 10, { url: 'lower' }, { eventKey: 'a' }),
        said(StatementRank.Finished, 10, { url: 'upper' }, { eventKey: 'Z' }),
      ],
      { url: 'lower' },
    ],
    [
      'within an event the later statement wins',
      [
        said(StatementRank.Finished, 10, { url: 'b' }, { position: 1 }),
        said(StatementRank.Finished, 10, { url: 'a' }, { position: 0 }),
      ],
      { url: 'b' },
    ],
    [
      'a start that arrives after the end only fills in what is missing',
      [
        said(StatementRank.Finished, 30, {
          finishedAt: 30,
          outcome: 'success',
          branch: 'main',
        }),
        said(StatementRank.Started, 40, {
          startedAt: 20,
          branch: 'other',
          queuedAt: 10,
        }),
      ],
      {
        branch: 'main',
        queuedAt: 10,
        startedAt: 20,
        finishedAt: 30,
        outcome: 'success',
      },
    ],
    [
      'a correction by a person beats everything',
      [
        said(StatementRank.Corrected, 1, { outcome: 'success' }),
        said(StatementRank.Finished, 99, { outcome: 'failure' }),
      ],
      { outcome: 'success' },
    ],
    [
      'a field that is absent, undefined or null says nothing',
      [
        said(StatementRank.Started, 1, { branch: 'main', trunk: false }),
        said(StatementRank.Finished, 2, {
          branch: undefined,
          trunk: null as unknown as undefined,
        }),
      ],
      { branch: 'main', trunk: false },
    ],
  ])('%s', (_, statements, fields) => {
    expect(foldFact('run', statements).fields).toEqual(fields);
    expect(foldFact('run', [...statements].reverse()).fields).toEqual(fields);
  });

  it.each<[RunFields, number, boolean]>([
    [{ queuedAt: 1, startedAt: 2, finishedAt: 3 }, 3, false],
    [{ queuedAt: 1, startedAt: 2 }, 2, true],
    [{ queuedAt: 1 }, 1, true],
    [{}, 7, true],
    [{ startedAt: 2, outcome: 'cancelled' }, 2, false],
    [{ finishedAt: 0 }, 0, false],
  ])('a run of %j counts at %d and is open: %s', (fields, at, open) => {
    const statements = [
      said(StatementRank.Queued, 9, {}),
      said(StatementRank.Started, 7, fields),
    ];
    expect(foldFact('run', statements)).toMatchObject({ at, open });
  });

  it.each([
    [{ createdAt: 1, mergedAt: 5, closedAt: 6 }, 5, false],
    [{ createdAt: 1, closedAt: 6 }, 6, false],
    [{ createdAt: 1 }, 1, true],
  ])('a change of %j counts at %d and is open: %s', (fields, at, open) => {
    const statement: Statement<'change'> = {
      kind: 'change',
      key: '1',
      rank: StatementRank.Started,
      occurredAt: 9,
      fields,
    };
    const folded = foldFact('change', [
      { statement, eventKey: 'key', position: 0 },
    ]);
    expect(folded).toMatchObject({ at, open });
  });

  const time = fc.integer({ min: 0, max: 5 });
  const statements = fc.array(
    fc
      .record({
        rank: fc.constantFrom(
          StatementRank.Queued,
          StatementRank.Started,
          StatementRank.Finished,
          StatementRank.Corrected,
        ),
        occurredAt: time,
        eventKey: fc.constantFrom('A', 'a', 'b', 'é', '键'),
        position: fc.integer({ min: 0, max: 1 }),
        fields: fc.record(
          {
            branch: fc.constantFrom('main', 'next'),
            trunk: fc.boolean(),
            startedAt: time,
            finishedAt: time,
            outcome: fc.constantFrom('success' as const, 'failure' as const),
          },
          { requiredKeys: [] },
        ),
      })
      .map(({ rank, occurredAt, eventKey, position, fields }) =>
        said(rank, occurredAt, fields, { eventKey, position }),
      ),
    { minLength: 1, maxLength: 8 },
  );
  // One event says one thing at one position; else the input contradicts itself.
  const consistent = statements.map(list => [
    ...new Map(
      list.map(item => [`${item.eventKey}${item.position}`, item]),
    ).values(),
  ]);
  const shuffled = consistent.chain(list =>
    fc.tuple(
      fc.constant(list),
      fc.shuffledSubarray([...list, ...list], {
        minLength: list.length * 2,
        maxLength: list.length * 2,
      }),
    ),
  );

  it('does not depend on order or duplication, to the byte', () => {
    fc.assert(
      fc.property(shuffled, ([list, again]) => {
        expect(JSON.stringify(foldFact('run', again))).toBe(
          JSON.stringify(foldFact('run', list)),
        );
      }),
    );
  });

  it('never takes back by more statements what was said with a higher rank', () => {
    fc.assert(
      fc.property(consistent, consistent, (list, more) => {
        const lower = more.filter(
          ({ statement }) => statement.rank < StatementRank.Corrected,
        );
        const top = list.map(item => ({
          ...item,
          statement: { ...item.statement, rank: StatementRank.Corrected },
        }));
        const { fields } = foldFact('run', top);
        expect(foldFact('run', [...top, ...lower]).fields).toMatchObject(
          fields,
        );
      }),
    );
  });
});
