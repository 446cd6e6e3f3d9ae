import {
  AS_OF,
  at,
  connection,
  daysAgo,
  deployment,
  HOUR,
  input,
  times,
} from '../../__testUtils__/facts';
import { deploymentFrequency } from './deploymentFrequency';

describe('deploymentFrequency', () => {
  it('is the worked example of its page', () => {
    const facts = [
      ...times(19, i =>
        deployment(`d${i}`, { finishedAt: daysAgo(1 + 4 * i) }),
      ),
      deployment('failed', { finishedAt: daysAgo(2), outcome: 'failure' }),
      deployment('rollback', { finishedAt: daysAgo(2), purpose: 'rollback' }),
      deployment('staging', { finishedAt: daysAgo(2), tier: 'staging' }),
    ];
    expect(deploymentFrequency.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 19 / 90,
      n: 19,
      numerator: 19,
      denominator: 90,
    });
  });

  it('is 0 where nothing was deployed while the source was listening', () => {
    expect(deploymentFrequency.measure(input())).toMatchObject({
      status: 'ok',
      value: 0,
      n: 0,
      denominator: 90,
    });
  });

  it('has no value where the silence proves nothing', () => {
    const partly = input({
      connections: { deployment: connection({ since: daysAgo(3) }) },
    });
    const measurement = deploymentFrequency.measure(partly);
    expect(measurement).toMatchObject({
      status: 'insufficient',
      connectedSince: daysAgo(3),
    });
    expect(measurement).not.toHaveProperty('value');
    expect(
      deploymentFrequency.measure({
        ...partly,
        facts: [deployment('d', { finishedAt: daysAgo(1) })],
      }),
    ).toMatchObject({
      status: 'ok',
      value: 1 / 90,
      connectedSince: daysAgo(3),
    });
  });

  it('keeps the value of a stale source, but makes no 0 of its silence', () => {
    const stale = input({
      connections: {
        deployment: connection({
          lastSeen: AS_OF - 2 * HOUR,
          staleAfterMs: HOUR,
        }),
      },
    });
    expect(deploymentFrequency.measure(stale)).not.toHaveProperty('value');
    expect(
      deploymentFrequency.measure({
        ...stale,
        facts: [deployment('d', { finishedAt: daysAgo(1) })],
      }),
    ).toMatchObject({ status: 'stale', value: 1 / 90 });
  });

  it('does not take a part of a week for a week', () => {
    const window = {
      from: at('2026-11-18T00:00:00'),
      to: at('2026-11-20T00:00:00'),
    };
    const facts = [deployment('d', { finishedAt: at('2026-11-19T10:00:00') })];
    expect(deploymentFrequency.measure(input({ facts, window })).value).toBe(
      1 / 2,
    );
  });

  it('counts today in full, so that it does not fall during the day', () => {
    const facts = [deployment('d', { finishedAt: daysAgo(1) })];
    const from = at('2026-11-14T00:00:00');
    const valueAt = (asOf: number) =>
      deploymentFrequency.measure(
        input({ facts, asOf, window: { from, to: asOf } }),
      ).value;
    expect(valueAt(at('2026-11-20T00:00:00.001'))).toBe(1 / 7);
    expect(valueAt(at('2026-11-20T23:59:59'))).toBe(1 / 7);
  });

  it('divides by days of 23 and 25 hours as by any other', () => {
    const berlin = {
      timeZone: 'Europe/Berlin',
      window: {
        from: Date.UTC(2026, 9, 23, 22),
        to: Date.UTC(2026, 9, 26, 23),
      },
    };
    expect(deploymentFrequency.measure(input(berlin)).denominator).toBe(3);
  });

  it('does not count the days that as-of has not seen', () => {
    const facts = [deployment('d', { finishedAt: daysAgo(1) })];
    const window = {
      from: at('2026-11-17T00:00:00'),
      to: at('2026-11-24T00:00:00'),
    };
    expect(deploymentFrequency.measure(input({ facts, window }))).toMatchObject(
      { value: 1 / 4, window },
    );
  });

  it('counts what ended in an unknown way apart', () => {
    const facts = [
      deployment('no outcome', {
        finishedAt: daysAgo(2),
        outcome: undefined,
      }),
      deployment('no finish', { startedAt: daysAgo(2) }),
    ];
    expect(deploymentFrequency.measure(input({ facts }))).toMatchObject({
      n: 0,
      open: 0,
      unknown: 2,
    });
  });

  it('forgets a deployment whose end got lost with the window of its start', () => {
    const facts = [
      deployment('lost', {
        startedAt: input().window.from - 1,
        outcome: undefined,
      }),
    ];
    expect(deploymentFrequency.measure(input({ facts })).open).toBe(0);
  });
});
