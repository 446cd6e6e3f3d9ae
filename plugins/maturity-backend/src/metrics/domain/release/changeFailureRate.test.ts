import type {
  DeploymentFields,
  Fact,
  IncidentFields,
} from '@devops-scorecards/plugin-maturity-common';
import {
  AS_OF,
  connection,
  DAY,
  daysAgo,
  deployment,
  fact,
  HOUR,
  input,
  times,
} from '../../__testUtils__/facts';
import { changeFailureRate } from './changeFailureRate';

function incident(key: string, fields: IncidentFields) {
  return fact('incident', key, fields);
}

function hotfix(key: string, fields: DeploymentFields) {
  return deployment(key, { purpose: 'hotfix', ...fields });
}

function against(facts: Fact[]): string[] {
  return changeFailureRate
    .measure(input({ facts, evidenceLimit: 100 }))
    .evidence.filter(({ role }) => role === 'against')
    .map(({ key }) => key)
    .sort();
}

const finishedAt = daysAgo(10);
const changed = deployment('d', { finishedAt });

describe('changeFailureRate', () => {
  it('is the worked example of its page', () => {
    const facts = [
      ...times(16, i => deployment(`d${i}`, { finishedAt: daysAgo(20 + i) })),
      deployment('faulty', { finishedAt: daysAgo(12) }),
      incident('1', { startedAt: daysAgo(12) + HOUR }),
      incident('2', { startedAt: daysAgo(12) + 2 * HOUR }),
      deployment('bad', { finishedAt: daysAgo(10) }),
      deployment('undo', { finishedAt: daysAgo(9), purpose: 'rollback' }),
      deployment('poor', { finishedAt: daysAgo(5) }),
      hotfix('fix', { finishedAt: daysAgo(5) + HOUR }),
    ];
    expect(changeFailureRate.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 0.15,
      n: 20,
      numerator: 3,
      denominator: 20,
    });
    expect(against(facts)).toEqual(['bad', 'faulty', 'poor']);
  });

  it('never exceeds 1, whatever befalls a deployment', () => {
    const facts = [
      changed,
      incident('1', { startedAt: finishedAt + 1 }),
      incident('2', { startedAt: finishedAt + 2, deployment: 'd' }),
      deployment('r', { finishedAt: finishedAt + HOUR, purpose: 'rollback' }),
    ];
    expect(changeFailureRate.measure(input({ facts }))).toMatchObject({
      value: 1,
      n: 1,
    });
  });

  it.each<[string, IncidentFields, string[]]>([
    ['24 hours later', { startedAt: finishedAt + DAY }, ['d']],
    ['after more than 24 hours', { startedAt: finishedAt + DAY + 1 }, []],
    ['before it', { startedAt: finishedAt - 1 }, []],
    ['named long after', { startedAt: daysAgo(1), deployment: 'd' }, ['d']],
    ['of another deployment', { startedAt: daysAgo(9), deployment: 'x' }, []],
    ['of known hardware', { startedAt: finishedAt, cause: 'hardware' }, []],
    ['that was announced', { startedAt: finishedAt, scheduled: true }, []],
    ['to come', { startedAt: AS_OF, deployment: 'd' }, []],
  ])('with an incident %s', (_, fields, expected) => {
    expect(against([changed, incident('1', fields)])).toEqual(expected);
  });

  it.each<[string, DeploymentFields, string[]]>([
    ['24 hours later', { startedAt: finishedAt + DAY }, ['d']],
    ['more than 24 hours later', { startedAt: finishedAt + DAY + 1 }, []],
    ['of another service', { startedAt: finishedAt + HOUR, service: 'b' }, []],
    ['that was cancelled', { startedAt: finishedAt, outcome: 'cancelled' }, []],
    ['that failed', { startedAt: finishedAt, outcome: 'failure' }, ['d']],
    ['that names no start', { finishedAt: finishedAt + HOUR }, ['d']],
    ['in staging', { startedAt: finishedAt, tier: 'staging' }, []],
  ])('with a hotfix %s', (_, fields, expected) => {
    const facts = [
      deployment('d', { finishedAt, service: 'a' }),
      hotfix('h', {
        finishedAt: (fields.startedAt ?? finishedAt) + HOUR,
        ...fields,
      }),
    ];
    expect(against(facts)).toEqual(expected);
    expect(against([...facts].reverse())).toEqual(expected);
  });

  it('asks a hotfix for the deployment that was last before it', () => {
    expect(
      against([
        changed,
        deployment('e', { finishedAt: finishedAt + HOUR }),
        hotfix('h', { finishedAt: finishedAt + 2 * HOUR }),
        hotfix('h2', { finishedAt: finishedAt + 3 * HOUR }),
      ]),
    ).toEqual(['e', 'h']);
  });

  it('is of a failed rollout only where it hurt', () => {
    const facts = [deployment('d', { finishedAt, outcome: 'failure' })];
    expect(against(facts)).toEqual([]);
    expect(
      against([
        ...facts,
        incident('1', { startedAt: finishedAt, deployment: 'd' }),
      ]),
    ).toEqual(['d']);
  });

  it('has no source without incidents: their silence proves nothing', () => {
    expect(
      changeFailureRate.measure(
        input({ facts: [changed], connections: { deployment: connection() } }),
      ),
    ).toMatchObject({ status: 'no-source', missing: ['incident'] });
  });
});
