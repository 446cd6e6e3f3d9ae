import {
  at,
  connection,
  deployment,
  HOUR,
  input,
  times,
} from '../../__testUtils__/facts';
import { deploymentDays } from './deploymentDays';

describe('deploymentDays', () => {
  it('is the worked example of its page', () => {
    const facts = times(12, i =>
      deployment(`${i}`, {
        // Two a day on the second of November, one a week before that.
        finishedAt:
          at('2026-11-02T09:00:00') -
          Math.floor(i / 2) * 7 * 24 * HOUR +
          (i % 2) * HOUR,
      }),
    );
    expect(deploymentDays.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 6,
      n: 6,
      evidence: [
        { key: '0' },
        { key: '2' },
        { key: '4' },
        { key: '6' },
        { key: '8' },
      ],
    });
  });

  it('looks at the 91 local days up to the end of the window', () => {
    const facts = [
      deployment('too old', { finishedAt: at('2026-08-21T23:59:59.999') }),
      deployment('oldest', { finishedAt: at('2026-08-22T00:00:00') }),
      deployment('today', { finishedAt: at('2026-11-20T00:00:00') }),
      deployment('to come', { finishedAt: at('2026-11-20T13:30:00') }),
    ];
    const short = {
      from: at('2026-11-20T00:00:00'),
      to: at('2026-11-20T13:30:00'),
    };
    for (const window of [input().window, short]) {
      const measurement = deploymentDays.measure(input({ facts, window }));
      expect(measurement.evidence.map(({ key }) => key)).toEqual([
        'today',
        'oldest',
      ]);
      expect(measurement.window).toEqual(window);
    }
  });

  it('moves its days at midnight, to the instant', () => {
    const facts = [
      deployment('oldest', { finishedAt: at('2026-08-22T12:00:00') }),
    ];
    const valueAt = (asOf: number) =>
      deploymentDays.measure(
        input({ facts, asOf, window: { from: asOf - HOUR, to: asOf } }),
      ).value;
    expect(valueAt(at('2026-11-20T23:59:59.999'))).toBe(1);
    expect(valueAt(at('2026-11-21T00:00:00'))).toBe(0);
  });

  it('leaves out days on which nothing reached production', () => {
    const finishedAt = at('2026-11-18T12:00:00');
    const facts = [
      deployment('failed', { finishedAt, outcome: 'failure' }),
      deployment('staging', { finishedAt, tier: 'staging' }),
      deployment('rollback', { finishedAt, purpose: 'rollback' }),
    ];
    expect(deploymentDays.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 0,
    });
  });

  it('makes no 0 of thirteen weeks of which it saw ten', () => {
    const since = at('2026-09-10T00:00:00');
    const window = { from: at('2026-11-01T00:00:00'), to: input().asOf };
    const measurement = deploymentDays.measure(
      input({ window, connections: { deployment: connection({ since }) } }),
    );
    expect(measurement).toMatchObject({
      status: 'insufficient',
      connectedSince: since,
    });
    expect(measurement).not.toHaveProperty('value');
  });
});
