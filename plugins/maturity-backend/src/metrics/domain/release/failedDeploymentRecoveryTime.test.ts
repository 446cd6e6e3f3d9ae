import type { Fact } from '@devops-scorecards/plugin-maturity-common';
import {
  AS_OF,
  DAY,
  daysAgo,
  deployment,
  fact,
  HOUR,
  input,
  MINUTE,
} from '../../__testUtils__/facts';
import { failedDeploymentRecoveryTime } from './failedDeploymentRecoveryTime';

const finishedAt = daysAgo(10);
const failed = deployment('d', { finishedAt });

function measured(...facts: Fact[]) {
  return failedDeploymentRecoveryTime.measure(input({ facts }));
}

function rollback(key: string, after: number, rest: object = {}) {
  return deployment(key, {
    purpose: 'rollback',
    startedAt: finishedAt + after - MINUTE,
    finishedAt: finishedAt + after,
    ...rest,
  });
}

describe('failedDeploymentRecoveryTime', () => {
  it('is the worked example of its page', () => {
    expect(
      measured(
        deployment('faulty', { finishedAt: daysAgo(30) }),
        fact('incident', '1', {
          startedAt: daysAgo(30) + 10 * MINUTE,
          restoredAt: daysAgo(30) + HOUR,
        }),
        fact('incident', '2', {
          startedAt: daysAgo(30) + 20 * MINUTE,
          restoredAt: daysAgo(30) + 2 * HOUR,
        }),
        deployment('bad', { finishedAt: daysAgo(20) }),
        deployment('undo', {
          purpose: 'rollback',
          finishedAt: daysAgo(20) + HOUR,
        }),
        deployment('poor', { finishedAt: daysAgo(12) }),
        deployment('fix', {
          purpose: 'hotfix',
          startedAt: daysAgo(12) + 5 * HOUR,
          finishedAt: daysAgo(12) + 6 * HOUR,
        }),
        deployment('good', { finishedAt: daysAgo(1) }),
      ),
    ).toMatchObject({
      status: 'ok',
      statistic: 'p50',
      value: 2 * HOUR,
      n: 3,
      open: 0,
      unknown: 0,
      distribution: { mean: 3 * HOUR, max: 6 * HOUR },
    });
  });

  it.each<[string, Fact[], object]>([
    ['by nothing, which is no failure', [], { n: 0, open: 0 }],
    [
      'not yet: its incident is open',
      [fact('incident', '1', { startedAt: finishedAt + 1 })],
      { n: 0, open: 1 },
    ],
    [
      'not yet: one of its incidents is open, though it was rolled back',
      [
        fact('incident', '1', {
          startedAt: finishedAt + 1,
          restoredAt: finishedAt + HOUR,
        }),
        fact('incident', '2', { startedAt: finishedAt + 2 }),
        rollback('r', HOUR),
      ],
      { n: 0, open: 1 },
    ],
    [
      'by its incident and not by the rollback before',
      [
        fact('incident', '1', {
          startedAt: finishedAt + 1,
          restoredAt: finishedAt + 3 * HOUR,
        }),
        rollback('r', HOUR),
      ],
      { n: 1, value: 3 * HOUR },
    ],
    ['by its rollback', [rollback('r', HOUR)], { n: 1, value: HOUR }],
    [
      'by the second rollback where the first failed',
      [rollback('r1', HOUR, { outcome: 'failure' }), rollback('r2', 2 * HOUR)],
      { n: 1, value: 2 * HOUR },
    ],
    [
      'by the next deployment where the rollback failed',
      [
        rollback('r1', HOUR, { outcome: 'failure' }),
        deployment('next', { finishedAt: finishedAt + DAY }),
      ],
      { n: 1, value: DAY },
    ],
    [
      'before it was deployed, by clocks that disagree',
      [
        fact('incident', '1', {
          deployment: 'd',
          startedAt: finishedAt - 2 * HOUR,
          restoredAt: finishedAt - HOUR,
        }),
      ],
      { n: 0, unknown: 1 },
    ],
    [
      'at a time before its incident began',
      [
        fact('incident', '1', {
          deployment: 'd',
          startedAt: finishedAt + 3 * HOUR,
          restoredAt: finishedAt + HOUR,
        }),
      ],
      { n: 0, unknown: 1 },
    ],
  ])('recovered %s', (_, facts, expected) => {
    expect(measured(failed, ...facts)).toMatchObject(expected);
  });

  it('tells services apart', () => {
    const a = deployment('a', { finishedAt, service: 'a' });
    const undo = rollback('r', HOUR, { service: 'a', outcome: 'failure' });
    const other = deployment('b', {
      finishedAt: finishedAt + 2 * HOUR,
      service: 'b',
    });
    expect(measured(a, undo, other)).toMatchObject({ n: 0, open: 1 });
  });

  it('belongs to the window of the recovery', () => {
    const facts = [failed, rollback('r', 2 * DAY)];
    const of = (from: number, to: number) =>
      failedDeploymentRecoveryTime.measure(
        input({ facts, window: { from, to } }),
      );
    const recovered = finishedAt + 2 * DAY;
    expect(of(finishedAt - DAY, recovered)).toMatchObject({ n: 0 });
    expect(of(recovered, AS_OF)).toMatchObject({ n: 1, value: 2 * DAY });
  });
});
