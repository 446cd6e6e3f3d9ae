import {
  FACT_KINDS,
  StatementRank,
  type RunFields,
  type Statement,
} from '@devops-scorecards/plugin-maturity-common';
import fc from 'fast-check';
import { FACT_COLUMNS } from './factColumns';
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

  function saidOf(
    statement: Partial<Statement<'incident'>>,
    eventKey = 'key',
  ): KeyedStatement<'incident'> {
    return {
      statement: {
        kind: 'incident',
        key: '1',
        rank: StatementRank.Finished,
        occurredAt: 1,
        fields: {},
        ...statement,
      },
      eventKey,
      position: 0,
    };
  }

  const restored = saidOf({
    occurredAt: 10,
    fields: { startedAt: 1, restoredAt: 10 },
  });

  it.each([
    [
      'a field that is cleared later has no value',
      [restored, saidOf({ occurredAt: 20, clears: ['restoredAt'] })],
      { fields: { startedAt: 1 }, open: true, corrected: false },
    ],
    [
      'a field that was cleared before has its value',
      [restored, saidOf({ occurredAt: 5, clears: ['restoredAt'] })],
      { fields: { startedAt: 1, restoredAt: 10 }, open: false },
    ],
    [
      'a clear of a lower rank clears nothing',
      [
        restored,
        saidOf({
          occurredAt: 20,
          rank: StatementRank.Started,
          clears: ['restoredAt'],
        }),
      ],
      { fields: { startedAt: 1, restoredAt: 10 } },
    ],
    [
      'a value beats a clear of the same statement',
      [saidOf({ fields: { restoredAt: 7 }, clears: ['restoredAt'] })],
      { fields: { restoredAt: 7 } },
    ],
    [
      'a correction can clear, and is told',
      [
        restored,
        saidOf({
          occurredAt: 0,
          rank: StatementRank.Corrected,
          clears: ['restoredAt'],
        }),
      ],
      { fields: { startedAt: 1 }, open: true, corrected: true },
    ],
    [
      'a fact that a person left out is excluded',
      [restored, saidOf({ rank: StatementRank.Corrected, exclude: true })],
      { excluded: true, corrected: true, at: 1, open: false },
    ],
    [
      'the later of two corrections decides whether it is left out',
      [
        restored,
        saidOf({
          occurredAt: 30,
          rank: StatementRank.Corrected,
          exclude: false,
        }),
        saidOf({
          occurredAt: 20,
          rank: StatementRank.Corrected,
          exclude: true,
        }),
      ],
      { excluded: false, corrected: true },
    ],
    [
      'a correction that says nothing of a known field corrects nothing',
      [
        restored,
        saidOf({ rank: StatementRank.Corrected, clears: ['unknown'] }),
      ],
      { corrected: false, excluded: false },
    ],
    [
      'the first acknowledgement counts, and taking it back does not erase it',
      [
        saidOf({ occurredAt: 20, fields: { acknowledgedAt: 20 } }),
        saidOf({ occurredAt: 10, fields: { acknowledgedAt: 10 } }),
        saidOf({ occurredAt: 30, clears: ['acknowledgedAt'] }),
      ],
      { fields: { acknowledgedAt: 10 }, corrected: false },
    ],
    [
      'a correction moves the acknowledgement to later, too',
      [
        saidOf({ occurredAt: 10, fields: { acknowledgedAt: 10 } }),
        saidOf({
          occurredAt: 40,
          rank: StatementRank.Corrected,
          fields: { acknowledgedAt: 15 },
        }),
      ],
      { fields: { acknowledgedAt: 15 }, corrected: true },
    ],
    [
      'a correction does not move a fact that tells no time',
      [
        saidOf({ occurredAt: 10, fields: { title: 'Down' } }),
        saidOf({
          occurredAt: 99,
          rank: StatementRank.Corrected,
          fields: { cause: 'change' },
        }),
      ],
      { at: 10, corrected: true },
    ],
  ])('%s', (_, statements, expected) => {
    expect(foldFact('incident', statements)).toMatchObject(expected);
    expect(foldFact('incident', [...statements].reverse())).toEqual(
      foldFact('incident', statements),
    );
  });

  it('gives fields of every kind in one order, whatever was said first', () => {
    for (const kind of FACT_KINDS) {
      const names = FACT_COLUMNS[kind].map(({ field }) => field);
      const fields = Object.fromEntries(
        [...names].reverse().map((name, index) => [name, index]),
      );
      const statement = {
        kind,
        key: '1',
        rank: StatementRank.Finished,
        occurredAt: 1,
        fields,
      } as Statement;
      const folded = foldFact(kind, [
        { statement, eventKey: 'k', position: 0 },
      ]);
      expect(Object.keys(folded.fields)).toEqual(names);
    }
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
        clears: fc.subarray(['branch', 'startedAt', 'finishedAt', 'outcome']),
        exclude: fc.option(fc.boolean(), { nil: undefined }),
      })
      .map(({ rank, occurredAt, eventKey, position, fields, ...more }) => {
        const keyed = said(rank, occurredAt, fields, { eventKey, position });
        return { ...keyed, statement: { ...keyed.statement, ...more } };
      }),
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

  /** Every statement in pieces, each of which says one thing, in its place. */
  function split(list: readonly KeyedStatement[]): KeyedStatement[] {
    return list.flatMap(({ statement, eventKey, position }) => {
      const { fields, clears = [], exclude, ...head } = statement;
      const pieces: Partial<Statement>[] = [
        ...clears.map(field => ({ clears: [field] })),
        ...Object.entries(fields).map(entry => ({
          fields: Object.fromEntries([entry]),
        })),
        ...(exclude === undefined ? [] : [{ exclude }]),
        {},
      ];
      return pieces.map((piece, index) => ({
        statement: { ...head, fields: {}, ...piece } as Statement,
        eventKey,
        position: position + index / pieces.length,
      }));
    });
  }

  it('does not depend on how statements are cut, to the byte', () => {
    fc.assert(
      fc.property(consistent, list => {
        const whole = JSON.stringify(foldFact('run', list));
        expect(JSON.stringify(foldFact('run', split(list)))).toBe(whole);
        expect(JSON.stringify(foldFact('run', split(list).reverse()))).toBe(
          whole,
        );
      }),
    );
  });

  it('never takes back by more statements what was said with a higher rank', () => {
    fc.assert(
      fc.property(consistent, consistent, (list, others) => {
        const lower = others.filter(
          ({ statement }) => statement.rank < StatementRank.Corrected,
        );
        const top = list.map(item => ({
          ...item,
          statement: { ...item.statement, rank: StatementRank.Corrected },
        }));
        const { fields, excluded } = foldFact('run', top);
        const more = foldFact('run', [...top, ...lower]);
        expect(more.fields).toMatchObject(fields);
        // Nothing that was not left out is, by statements of a lower rank.
        expect(excluded && !more.excluded).toBe(false);
      }),
    );
  });
});
