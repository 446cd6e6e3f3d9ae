import {
  AS_OF,
  daysAgo,
  HOUR,
  input,
  MINUTE,
  run,
  times,
} from '../../__testUtils__/facts';
import { buildFeedbackTime } from './buildFeedbackTime';

describe('buildFeedbackTime', () => {
  it('is the worked example of its page', () => {
    const minutes = [6, 8, 10, 12, 14, 40];
    const facts = times(6, i =>
      run(`${i}`, {
        commit: `c${i}`,
        commitAt: daysAgo(i + 1),
        finishedAt: daysAgo(i + 1) + minutes[i] * MINUTE,
        outcome: i % 2 ? 'failure' : 'success',
      }),
    );
    expect(buildFeedbackTime.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 15 * MINUTE,
      n: 6,
      unknown: 0,
      distribution: {
        mean: 15 * MINUTE,
        p50: 11 * MINUTE,
        p85: 20.5 * MINUTE,
        p90: 27 * MINUTE,
        p95: 33.5 * MINUTE,
        max: 40 * MINUTE,
      },
    });
  });

  it('takes the first result of a commit, whichever pipeline gave it', () => {
    const commit = { commit: 'c', commitAt: daysAgo(2) };
    const facts = [
      run('slow', { ...commit, finishedAt: daysAgo(2) + HOUR }),
      run('cancelled', {
        ...commit,
        finishedAt: daysAgo(2) + MINUTE,
        outcome: 'cancelled',
      }),
      run('fast', {
        ...commit,
        pipeline: 'lint',
        finishedAt: daysAgo(2) + 5 * MINUTE,
        outcome: 'failure',
      }),
      run('again', {
        ...commit,
        attempt: 2,
        finishedAt: daysAgo(1),
      }),
    ];
    const measurement = buildFeedbackTime.measure(input({ facts }));
    expect(measurement).toMatchObject({ n: 1, value: 5 * MINUTE });
    expect(measurement.evidence).toMatchObject([
      { key: 'fast', value: 5 * MINUTE, role: 'for', label: 'lint' },
    ]);
  });

  it.each([
    [
      'falls back to when the run was queued',
      { queuedAt: daysAgo(2), startedAt: daysAgo(2) + MINUTE },
      { n: 1, value: HOUR, unknown: 1 },
    ],
    [
      'falls back to when the run started',
      { startedAt: daysAgo(2) + MINUTE },
      { n: 1, value: HOUR - MINUTE, unknown: 1 },
    ],
    ['drops and counts a commit without any time', {}, { n: 0, unknown: 1 }],
    [
      'drops and counts a commit that is younger than its result',
      { commitAt: daysAgo(1), queuedAt: daysAgo(2) },
      { n: 0, unknown: 1 },
    ],
    [
      'accepts no time at all between them',
      { commitAt: daysAgo(2) + HOUR },
      { n: 1, value: 0, unknown: 0 },
    ],
    [
      'drops and counts a run that names no commit',
      { commit: undefined, commitAt: daysAgo(2) },
      { n: 0, unknown: 1 },
    ],
    [
      'leaves out a commit from before what was read',
      { commitAt: daysAgo(200) },
      { n: 0, unknown: 0 },
    ],
    ['leaves out branches', { trunk: false }, { n: 0, unknown: 0 }],
  ])('%s', (_, fields, expected) => {
    const facts = [
      run('1', { commit: 'c', finishedAt: daysAgo(2) + HOUR, ...fields }),
    ];
    expect(buildFeedbackTime.measure(input({ facts }))).toMatchObject(expected);
  });

  it('learns the time of the commit from any of its runs', () => {
    const facts = [
      run('1', {
        commit: 'c',
        queuedAt: daysAgo(2),
        finishedAt: daysAgo(2) + HOUR,
      }),
      run('2', {
        commit: 'c',
        commitAt: daysAgo(2) - HOUR,
        finishedAt: daysAgo(2) + 3 * HOUR,
        outcome: 'cancelled',
      }),
    ];
    expect(buildFeedbackTime.measure(input({ facts }))).toMatchObject({
      value: 2 * HOUR,
      unknown: 0,
    });
  });

  it('learns nothing from runs that began after the window', () => {
    const facts = [
      run('1', {
        commit: 'c',
        queuedAt: daysAgo(9) - HOUR,
        finishedAt: daysAgo(9),
      }),
      run('2', {
        commit: 'c',
        commitAt: daysAgo(9) - 3 * HOUR,
        queuedAt: daysAgo(5),
        finishedAt: daysAgo(4),
      }),
    ];
    const valueUntil = (to: number) =>
      buildFeedbackTime.measure(
        input({ facts, window: { from: daysAgo(20), to } }),
      ).value;
    expect(valueUntil(daysAgo(5))).toBe(HOUR);
    expect(valueUntil(daysAgo(5) + 1)).toBe(3 * HOUR);
  });

  it('does not take a later run for the first result of an old commit', () => {
    const { window } = input();
    const facts = [
      run('first', {
        commit: 'c',
        commitAt: window.from - 30 * HOUR,
        finishedAt: window.from - 29 * HOUR,
      }),
      run('nightly', {
        commit: 'c',
        commitAt: window.from - 30 * HOUR,
        finishedAt: daysAgo(1),
      }),
    ];
    expect(buildFeedbackTime.measure(input({ facts }))).toMatchObject({
      status: 'none',
      n: 0,
    });
  });

  it('shows commits that wait for their first result as open, with their age', () => {
    const facts = [
      run('waiting', {
        commit: 'c',
        queuedAt: AS_OF - HOUR,
        outcome: undefined,
      }),
      run('too', {
        commit: 'c',
        startedAt: AS_OF - MINUTE,
        outcome: undefined,
      }),
    ];
    for (const list of [facts, [...facts].reverse()]) {
      const measurement = buildFeedbackTime.measure(input({ facts: list }));
      expect(measurement).toMatchObject({
        status: 'insufficient',
        n: 0,
        open: 1,
        evidence: [{ key: 'waiting', role: 'open', value: HOUR }],
      });
      expect(measurement).not.toHaveProperty('value');
    }
  });

  it('is not open where a result is there already', () => {
    const facts = [
      run('done', {
        commit: 'c',
        commitAt: daysAgo(2),
        finishedAt: daysAgo(2) + HOUR,
      }),
      run('again', { commit: 'c', startedAt: daysAgo(1), outcome: undefined }),
    ];
    expect(buildFeedbackTime.measure(input({ facts })).open).toBe(0);
  });
});
