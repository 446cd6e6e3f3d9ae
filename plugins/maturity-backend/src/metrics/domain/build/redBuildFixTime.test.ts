import type {
  Fact,
  Outcome,
  RunFields,
} from '@devops-scorecards/plugin-maturity-common';
import {
  AS_OF,
  DAY,
  daysAgo,
  HOUR,
  input,
  MINUTE,
  run,
} from '../../__testUtils__/facts';
import { redBuildFixTime } from './redBuildFixTime';

/** Results in order: hours after a beginning, and how they ended. */
function results(
  from: number,
  steps: [number, Outcome][],
  fields: RunFields = {},
): Fact<'run'>[] {
  return steps.map(([hours, outcome], index) =>
    run(`${fields.pipeline ?? ''}${fields.branch ?? ''}${from}-${index}`, {
      finishedAt: from + hours * HOUR,
      outcome,
      ...fields,
    }),
  );
}

describe('redBuildFixTime', () => {
  it('is the worked example of its page', () => {
    const facts = [
      [10, 20],
      [9, 25],
      [8, 35],
      [7, 10],
      [6, 60],
    ].flatMap(([day, minutes]) => [
      run(`red-${day}`, { finishedAt: daysAgo(day), outcome: 'failure' }),
      run(`green-${day}`, { finishedAt: daysAgo(day) + minutes * MINUTE }),
    ]);
    expect(redBuildFixTime.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 30 * MINUTE,
      n: 5,
      open: 0,
      distribution: {
        mean: 30 * MINUTE,
        p50: 25 * MINUTE,
        p90: 50 * MINUTE,
        max: 60 * MINUTE,
      },
    });
  });

  it.each([
    [
      'from the first of several failures',
      results(daysAgo(9), [
        [0, 'success'],
        [1, 'failure'],
        [2, 'failure'],
        [4, 'success'],
      ]),
      { n: 1, value: 3 * HOUR },
    ],
    [
      'over cancelled and skipped runs',
      results(daysAgo(9), [
        [1, 'failure'],
        [2, 'cancelled'],
        [3, 'skipped'],
        [4, 'success'],
      ]),
      { n: 1, value: 3 * HOUR },
    ],
    [
      'from completion, not from start',
      [
        run('1', {
          startedAt: daysAgo(9) - 5 * HOUR,
          finishedAt: daysAgo(9),
          outcome: 'failure',
        }),
        run('2', {
          startedAt: daysAgo(9) - HOUR,
          finishedAt: daysAgo(9) + HOUR,
        }),
      ],
      { n: 1, value: HOUR },
    ],
    [
      'a new streak after each fix',
      results(daysAgo(9), [
        [1, 'failure'],
        [2, 'success'],
        [3, 'success'],
        [5, 'failure'],
        [8, 'success'],
      ]),
      { n: 2, value: 2 * HOUR },
    ],
    [
      'a first ever failure, too',
      results(daysAgo(9), [
        [0, 'failure'],
        [2, 'success'],
      ]),
      { n: 1, value: 2 * HOUR },
    ],
    [
      'each pipeline for itself',
      [
        ...results(daysAgo(9), [[0, 'failure']], { pipeline: 'a' }),
        ...results(daysAgo(9), [[1, 'success']], { pipeline: 'b' }),
      ],
      { n: 0, open: 1, status: 'insufficient' },
    ],
    [
      'each branch for itself',
      [
        ...results(daysAgo(9), [[0, 'failure']], { branch: 'main' }),
        ...results(daysAgo(9), [[1, 'success']], { branch: 'release' }),
      ],
      { n: 0, open: 1 },
    ],
    [
      'nothing off the trunk',
      results(
        daysAgo(9),
        [
          [0, 'failure'],
          [1, 'success'],
        ],
        { trunk: false },
      ),
      { n: 0, open: 0, status: 'none' },
    ],
    [
      'nothing on a pipeline that stays green',
      results(daysAgo(9), [
        [0, 'success'],
        [1, 'success'],
      ]),
      { n: 0, open: 0, status: 'none' },
    ],
  ])('measures %s', (_, facts, expected) => {
    expect(redBuildFixTime.measure(input({ facts }))).toMatchObject(expected);
    expect(
      redBuildFixTime.measure(input({ facts: [...facts].reverse() })),
    ).toMatchObject(expected);
  });

  it('counts a streak that began before the window whole', () => {
    const { window } = input();
    const facts = results(window.from, [
      [-48, 'failure'],
      [-24, 'failure'],
      [1, 'success'],
    ]);
    expect(redBuildFixTime.measure(input({ facts }))).toMatchObject({
      n: 1,
      value: 49 * HOUR,
    });
  });

  it('belongs to the window of the fix', () => {
    const { window } = input();
    const facts = results(window.from, [
      [-2, 'failure'],
      [-1, 'success'],
    ]);
    expect(redBuildFixTime.measure(input({ facts }))).toMatchObject({
      n: 0,
      status: 'none',
    });
  });

  it('looks back 90 days and no further', () => {
    const { window } = input();
    const startsBefore = (days: number) =>
      redBuildFixTime.measure(
        input({
          facts: [
            run('1', {
              finishedAt: window.from - days * DAY,
              outcome: 'failure',
            }),
            run('2', { finishedAt: window.from }),
          ],
        }),
      );
    expect(startsBefore(90)).toMatchObject({ n: 1, value: 90 * DAY });
    expect(startsBefore(91)).toMatchObject({ n: 0 });
    expect(redBuildFixTime.lookBackDays).toBe(90);
  });

  it('shows what is red still as open, with its age', () => {
    const facts = [
      ...results(daysAgo(9), [
        [0, 'failure'],
        [2, 'success'],
        [4, 'failure'],
        [5, 'failure'],
      ]),
    ];
    const measurement = redBuildFixTime.measure(input({ facts }));
    expect(measurement).toMatchObject({ n: 1, open: 1, value: 2 * HOUR });
    expect(measurement.evidence).toMatchObject([
      {
        role: 'open',
        at: daysAgo(9) + 4 * HOUR,
        value: 9 * DAY - 4 * HOUR,
      },
      { role: 'for', at: daysAgo(9) + 2 * HOUR, value: 2 * HOUR },
    ]);
  });

  it('is open in a window that ended before the fix', () => {
    const facts = results(daysAgo(9), [
      [0, 'failure'],
      [48, 'success'],
    ]);
    expect(
      redBuildFixTime.measure(
        input({ facts, window: { from: daysAgo(20), to: daysAgo(8) } }),
      ),
    ).toMatchObject({ n: 0, open: 1, status: 'insufficient' });
  });

  it('tells two results of the same millisecond apart by their start', () => {
    const failed = run('z', {
      startedAt: daysAgo(9) - 2 * HOUR,
      finishedAt: daysAgo(9),
      outcome: 'failure',
    });
    const fixed = run('a', {
      startedAt: daysAgo(9) - HOUR,
      finishedAt: daysAgo(9),
    });
    for (const facts of [
      [failed, fixed],
      [fixed, failed],
    ]) {
      expect(redBuildFixTime.measure(input({ facts }))).toMatchObject({
        n: 1,
        value: 0,
        open: 0,
      });
    }
  });

  it('marks the streaks that were worse than the mean', () => {
    const facts = [
      ...results(daysAgo(9), [
        [0, 'failure'],
        [1, 'success'],
        [2, 'failure'],
        [5, 'success'],
      ]),
    ];
    expect(
      redBuildFixTime
        .measure(input({ facts, asOf: AS_OF }))
        .evidence.map(({ value, role }) => [value, role]),
    ).toEqual([
      [3 * HOUR, 'against'],
      [HOUR, 'for'],
    ]);
  });
});
