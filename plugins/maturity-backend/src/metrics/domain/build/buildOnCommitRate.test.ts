import type { RunFields } from '@devops-scorecards/plugin-maturity-common';
import {
  AS_OF,
  change,
  daysAgo,
  input,
  MINUTE,
  run,
  times,
} from '../../__testUtils__/facts';
import { buildOnCommitRate } from './buildOnCommitRate';

const mergedAt = daysAgo(2);

function measureRun(fields: RunFields) {
  return buildOnCommitRate.measure(
    input({
      facts: [
        change('1', { mergedAt }),
        run('1', { commit: 'sha-1', ...fields }),
      ],
    }),
  );
}

describe('buildOnCommitRate', () => {
  it('is the worked example of its page', () => {
    const facts = [
      ...times(20, i => change(`${i}`, { mergedAt: daysAgo(i + 1) })),
      ...times(19, i =>
        run(`${i}`, {
          commit: `sha-${i}`,
          queuedAt: daysAgo(i + 1) + MINUTE,
        }),
      ),
      run('late', { commit: 'sha-19', queuedAt: daysAgo(20) + 6 * MINUTE }),
    ];
    expect(buildOnCommitRate.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 0.95,
      n: 20,
      numerator: 19,
      unknown: 0,
      open: 0,
    });
  });

  it.each([
    [-MINUTE - 1, 0],
    [-MINUTE, 1],
    [0, 1],
    [5 * MINUTE, 1],
    [5 * MINUTE + 1, 0],
  ])('with a run %d ms after the update has %d hits', (after, numerator) => {
    expect(measureRun({ queuedAt: mergedAt + after })).toMatchObject({
      n: 1,
      numerator,
    });
  });

  it.each([
    ['started, where the queue is unknown', { startedAt: mergedAt }, 1],
    [
      'queued in time and started later',
      { queuedAt: mergedAt, startedAt: mergedAt + 60 * MINUTE },
      1,
    ],
    ['of an unknown branch', { queuedAt: mergedAt, trunk: undefined }, 1],
    [
      'cancelled by a newer one',
      { queuedAt: mergedAt, outcome: 'cancelled' as const },
      1,
    ],
    ['skipped', { queuedAt: mergedAt, outcome: 'skipped' as const }, 0],
    ['of another commit', { queuedAt: mergedAt, commit: 'sha-2' }, 0],
    ['of no time', {}, 0],
  ])('with a run %s', (_, fields, numerator) => {
    expect(measureRun(fields).numerator).toBe(numerator);
  });

  it('counts an update that names no commit against, and as unknown', () => {
    const facts = [change('1', { mergedAt, mergeSha: undefined })];
    expect(buildOnCommitRate.measure(input({ facts }))).toMatchObject({
      n: 1,
      numerator: 0,
      unknown: 1,
    });
  });

  it('knows the commit of a push by the request that it merged, and of a bot', () => {
    const facts = [
      change('r', { mergedAt, mergeSha: 'm', headSha: 'h', bot: true }),
      change('p', { form: 'push', mergedAt, mergeSha: 'm' }),
      run('head', { commit: 'h', queuedAt: mergedAt }),
    ];
    const hits = (list: typeof facts) =>
      buildOnCommitRate.measure(input({ facts: list }));
    expect(hits(facts)).toMatchObject({ n: 1, numerator: 0 });
    expect(
      hits([...facts, run('merge', { commit: 'm', queuedAt: mergedAt })]),
    ).toMatchObject({ n: 1, numerator: 1 });
  });

  it('waits five minutes before it counts against', () => {
    const facts = [change('1', { mergedAt: AS_OF - 5 * MINUTE })];
    const seenAt = (asOf: number) =>
      buildOnCommitRate.measure(
        input({ facts, asOf, window: { from: daysAgo(9), to: asOf } }),
      );
    expect(seenAt(AS_OF)).toMatchObject({ n: 0, open: 1 });
    expect(seenAt(AS_OF + 1)).toMatchObject({ n: 1, numerator: 0, open: 0 });
  });

  it('sees a run after the window of its update', () => {
    const window = { from: daysAgo(9), to: mergedAt + MINUTE };
    const facts = [
      change('1', { mergedAt }),
      run('1', { commit: 'sha-1', queuedAt: mergedAt + 2 * MINUTE }),
    ];
    expect(buildOnCommitRate.measure(input({ facts, window }))).toMatchObject({
      n: 1,
      numerator: 1,
    });
  });
});
