import {
  at,
  change,
  deployment,
  HOUR,
  input,
  times,
} from '../../__testUtils__/facts';
import { commitToReleasable } from './commitToReleasable';

describe('commitToReleasable', () => {
  it('is the worked example of its page', () => {
    const hours = [2, 3, 4, 6, 10];
    const done = (i: number) => at(`2026-11-${10 + i}T18:00:00`);
    const facts = [
      ...times(5, i =>
        change(`${i}`, {
          firstCommitAt: done(i) - hours[i] * HOUR,
          mergedAt: done(i) - HOUR,
        }),
      ),
      ...times(5, i =>
        deployment(`s${i}`, {
          tier: 'staging',
          commit: `sha-${i}`,
          finishedAt: done(i),
        }),
      ),
      deployment('p', {
        commit: 'sha-4',
        finishedAt: at('2026-11-19T18:00:00'),
      }),
    ];
    expect(commitToReleasable.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 8.4 * HOUR,
      n: 5,
      open: 0,
      distribution: { mean: 5 * HOUR, p50: 4 * HOUR, p90: 8.4 * HOUR },
    });
  });

  it.each([
    ['in production, too', { tier: 'production' as const }, 1],
    ['in testing', { tier: 'testing' as const }, 0],
    ['that failed', { outcome: 'failure' as const }, 0],
    ['that is a rollback', { purpose: 'rollback' as const }, 0],
  ])('takes a deployment %s', (_, fields, n) => {
    const facts = [
      change('a', { mergedAt: at('2026-11-10T10:00:00') }),
      deployment('1', {
        tier: 'staging',
        commit: 'sha-a',
        finishedAt: at('2026-11-10T12:00:00'),
        ...fields,
      }),
    ];
    expect(commitToReleasable.measure(input({ facts }))).toMatchObject({
      n,
      open: 1 - n,
    });
  });

  it('looks at the last 28 local days, whatever the window', () => {
    const measure = (local: string) =>
      commitToReleasable.measure(
        input({
          facts: [
            change('a', { mergedAt: at(local) - HOUR }),
            deployment('1', { commit: 'sha-a', finishedAt: at(local) }),
          ],
          window: { from: at('2026-11-20T00:00:00'), to: input().asOf },
        }),
      );
    expect(measure('2026-10-23T23:59:59.999').n).toBe(0);
    expect(measure('2026-10-24T00:00:00')).toMatchObject({
      n: 1,
      window: { from: at('2026-11-20T00:00:00') },
    });
    expect(measure('2026-11-20T13:30:00')).toMatchObject({ n: 0, open: 1 });
  });

  it('knows changes of the last 91 local days', () => {
    const measure = (local: string) =>
      commitToReleasable.measure(
        input({
          facts: [
            change('a', { mergedAt: at(local) }),
            deployment('1', {
              commit: 'sha-a',
              finishedAt: at('2026-11-19T12:00:00'),
            }),
          ],
        }),
      ).n;
    expect(measure('2026-08-22T00:00:00')).toBe(1);
    expect(measure('2026-08-21T23:59:59.999')).toBe(0);
  });
});
