import {
  AS_OF,
  at,
  connection,
  daysAgo,
  deployment,
  input,
  run,
} from '../__testUtils__/facts';
import { deploymentFrequency } from './release/deploymentFrequency';
import { redBuildFixTime } from './build/redBuildFixTime';
import { measureSeries } from './series';

describe('measureSeries', () => {
  it('has a point per ISO week, cut to the window', () => {
    const { points, ...rest } = measureSeries({
      ...input({
        facts: [
          deployment('1', { finishedAt: at('2026-11-08T23:59:59') }),
          deployment('2', { finishedAt: at('2026-11-09T00:00:00') }),
          deployment('3', { finishedAt: at('2026-11-13T12:00:00') }),
        ],
        window: { from: at('2026-11-05T00:00:00'), to: AS_OF },
      }),
      metric: deploymentFrequency,
      bucket: 'week',
      evidenceLimit: 1,
    });
    expect(rest).toEqual({ metric: 'deployment-frequency', bucket: 'week' });
    expect(
      points.map(({ window, value, denominator, status }) => [
        window.from,
        value,
        denominator,
        status,
      ]),
    ).toEqual([
      [at('2026-11-05T00:00:00'), 1 / 4, 4, 'ok'],
      [at('2026-11-09T00:00:00'), 2 / 7, 7, 'ok'],
      [at('2026-11-16T00:00:00'), 0, 5, 'ok'],
    ]);
    expect(points[1].evidence.map(({ key }) => key)).toEqual(['3']);
  });

  it('ends at as-of and carries no evidence unless asked', () => {
    const { points } = measureSeries({
      ...input({
        facts: [deployment('1', { finishedAt: daysAgo(1) })],
        window: {
          from: at('2026-11-19T00:00:00'),
          to: at('2026-11-25T00:00:00'),
        },
      }),
      metric: deploymentFrequency,
      bucket: 'day',
      evidenceLimit: undefined,
    });
    expect(points).toHaveLength(2);
    expect(points[0].evidence).toEqual([]);
    expect(points[1].window).toEqual({
      from: at('2026-11-20T00:00:00'),
      to: AS_OF,
    });
  });

  it('has a status of its own for each point', () => {
    const { points } = measureSeries({
      ...input({
        facts: [],
        window: { from: at('2026-11-15T00:00:00'), to: AS_OF },
        connections: {
          deployment: connection({
            since: at('2026-11-16T12:00:00'),
            lastSeen: at('2026-11-18T12:00:00'),
            staleAfterMs: 3_600_000,
          }),
        },
      }),
      metric: deploymentFrequency,
      bucket: 'day',
    });
    expect(points.map(({ status }) => status)).toEqual([
      'no-source',
      'insufficient',
      'ok',
      'stale',
      'stale',
      'stale',
    ]);
  });

  it('looks back from each point', () => {
    const { points } = measureSeries({
      ...input({
        facts: [
          run('1', {
            finishedAt: at('2026-11-16T12:00:00'),
            outcome: 'failure',
          }),
          run('2', { finishedAt: at('2026-11-18T12:00:00') }),
        ],
        window: {
          from: at('2026-11-16T00:00:00'),
          to: at('2026-11-20T00:00:00'),
        },
      }),
      metric: redBuildFixTime,
      bucket: 'day',
    });
    expect(points.map(({ n, open }) => [n, open])).toEqual([
      [0, 1],
      [0, 1],
      [1, 0],
      [0, 0],
    ]);
    expect(points[2].value).toBe(48 * 3_600_000);
  });

  it('keeps a metric that throws to its point', () => {
    const { points } = measureSeries({
      ...input({ window: { from: at('2026-11-19T00:00:00'), to: AS_OF } }),
      metric: {
        ...deploymentFrequency,
        measure(given) {
          if (given.window.to === AS_OF) {
            throw new Error('out of order');
          }
          return deploymentFrequency.measure(given);
        },
      },
      bucket: 'day',
    });
    expect(points.map(({ status }) => status)).toEqual(['ok', 'error']);
    expect(points[1]).toMatchObject({ reason: 'out of order', n: 0 });
  });

  it.each([
    [{ from: 5, to: 5 }, 'is empty'],
    [{ from: AS_OF, to: AS_OF + 1 }, 'lies in the future'],
  ])('refuses %j', (window, message) => {
    expect(() =>
      measureSeries({
        ...input({ window }),
        metric: deploymentFrequency,
        bucket: 'day',
      }),
    ).toThrow(message);
  });
});
