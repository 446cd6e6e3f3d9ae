import type {
  DeploymentFields,
  IncidentFields,
} from '@devops-scorecards/plugin-maturity-common';
import {
  DAY,
  daysAgo,
  deployment,
  fact,
  HOUR,
  input,
  times,
} from '../../__testUtils__/facts';
import { deploymentReworkRate } from './deploymentReworkRate';

const begun = daysAgo(10);
const finishedAt = begun + HOUR;

function hitOf(deployed: DeploymentFields, ...incidents: IncidentFields[]) {
  const { numerator, unknown } = deploymentReworkRate.measure(
    input({
      facts: [
        deployment('d', { startedAt: begun, finishedAt, ...deployed }),
        ...incidents.map((fields, i) => fact('incident', `i${i}`, fields)),
      ],
    }),
  );
  return { hit: numerator === 1, unknown };
}

describe('deploymentReworkRate', () => {
  it('is the worked example of its page', () => {
    const facts = [
      ...times(17, i => deployment(`d${i}`, { finishedAt: daysAgo(30 + i) })),
      fact('incident', 'outage', {
        startedAt: begun - HOUR,
        restoredAt: begun + 2 * HOUR,
      }),
      deployment('during', { purpose: 'hotfix', startedAt: begun, finishedAt }),
      deployment('named', {
        purpose: 'hotfix',
        finishedAt: daysAgo(2),
        repairs: 'outage',
      }),
      deployment('cosmetic', { purpose: 'hotfix', finishedAt: daysAgo(5) }),
    ];
    expect(deploymentReworkRate.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 0.1,
      numerator: 2,
      denominator: 20,
      unknown: 0,
    });
  });

  it.each<[string, IncidentFields, boolean]>([
    ['during an open one', { startedAt: begun - HOUR }, true],
    ['at its very beginning', { startedAt: begun }, true],
    ['before it', { startedAt: begun + 1 }, false],
    [
      '24 hours after it',
      { startedAt: begun - 3 * DAY, restoredAt: begun - DAY },
      true,
    ],
    [
      'more than 24 hours after it',
      { startedAt: begun - 3 * DAY, restoredAt: begun - DAY - 1 },
      false,
    ],
    [
      'during announced maintenance',
      { startedAt: begun - HOUR, scheduled: true },
      false,
    ],
    ['during one at no known time', {}, false],
  ])('a hotfix %s', (_, fields, hit) => {
    expect(hitOf({ purpose: 'hotfix' }, fields)).toEqual({ hit, unknown: 0 });
  });

  const going = { startedAt: begun - HOUR };

  it.each<[string, DeploymentFields, IncidentFields[], object]>([
    [
      'planned, whatever it repairs',
      { purpose: 'planned', repairs: 'x' },
      [going],
      { hit: false, unknown: 0 },
    ],
    [
      'of unknown purpose during an incident',
      { purpose: undefined },
      [going],
      { hit: true, unknown: 1 },
    ],
    [
      'of unknown purpose without one',
      { purpose: undefined },
      [],
      { hit: false, unknown: 0 },
    ],
    [
      'of unknown purpose that names one',
      { purpose: undefined, repairs: 'x' },
      [],
      { hit: true, unknown: 0 },
    ],
  ])('a deployment %s', (_, deployed, incidents, expected) => {
    expect(hitOf(deployed, ...incidents)).toEqual(expected);
  });

  it('goes by the finish where it is unknown when it began', () => {
    expect(
      hitOf(
        { purpose: 'hotfix', startedAt: undefined },
        { startedAt: finishedAt },
      ).hit,
    ).toBe(true);
  });
});
