import type { DeploymentFields } from '@devops-scorecards/plugin-maturity-common';
import {
  AS_OF,
  daysAgo,
  deployment,
  input,
  MINUTE,
} from '../../__testUtils__/facts';
import { rollbackSuccessRate } from './rollbackSuccessRate';
import { rollbackTime } from './rollbackTime';

function rollback(key: string, fields: DeploymentFields = {}) {
  return deployment(key, {
    purpose: 'rollback',
    startedAt: daysAgo(2) - 10 * MINUTE,
    finishedAt: daysAgo(2),
    ...fields,
  });
}

describe('rollbacks', () => {
  it('are the worked examples of their pages', () => {
    const facts = [
      rollback('1', { startedAt: daysAgo(2) - 4 * MINUTE }),
      rollback('2', { startedAt: daysAgo(2) - 6 * MINUTE }),
      rollback('3', { startedAt: daysAgo(2) - 14 * MINUTE }),
      rollback('failed', { outcome: 'failure' }),
      deployment('no rollback', { finishedAt: daysAgo(2) }),
    ];
    expect(rollbackSuccessRate.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 0.75,
      n: 4,
      numerator: 3,
    });
    expect(rollbackTime.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 12.4 * MINUTE,
      n: 3,
      unknown: 0,
      distribution: { mean: 8 * MINUTE, p50: 6 * MINUTE, max: 14 * MINUTE },
    });
  });

  it.each([
    ['in staging', { tier: 'staging' as const }, [0, 0, 0]],
    ['cancelled', { outcome: 'cancelled' as const }, [0, 0, 0]],
    ['before the window', { finishedAt: input().window.from - 1 }, [0, 0, 0]],
    ['to come', { startedAt: AS_OF, finishedAt: AS_OF }, [0, 0, 0]],
    ['without an outcome', { outcome: undefined }, [0, 0, 0]],
    ['without a start', { startedAt: undefined }, [1, 0, 1]],
    ['begun after it finished', { startedAt: daysAgo(1) }, [1, 0, 1]],
    ['as quick as can be', { startedAt: daysAgo(2) }, [1, 1, 0]],
  ])('%s', (_, fields, [tried, timed, untimed]) => {
    const given = input({ facts: [rollback('1', fields)] });
    expect(rollbackSuccessRate.measure(given).n).toBe(tried);
    expect(rollbackTime.measure(given)).toMatchObject({
      n: timed,
      unknown: untimed,
    });
  });

  it('are open while they run', () => {
    const facts = [
      rollback('1', {
        startedAt: AS_OF - MINUTE,
        finishedAt: undefined,
        outcome: undefined,
      }),
    ];
    for (const metric of [rollbackSuccessRate, rollbackTime]) {
      expect(metric.measure(input({ facts }))).toMatchObject({
        status: 'insufficient',
        open: 1,
      });
    }
  });
});
