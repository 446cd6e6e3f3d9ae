import type { IncidentFields } from '@devops-scorecards/plugin-maturity-common';
import {
  connection,
  daysAgo,
  deployment,
  HOUR,
  input,
  times,
} from '../../__testUtils__/facts';
import { incident } from '../../__testUtils__/incidents';
import { changeCausedIncidentRate } from './changeCausedIncidentRate';

const start = daysAgo(5);
const before = deployment('d', { finishedAt: start - HOUR, artifact: 'a' });

describe('changeCausedIncidentRate', () => {
  it('is the worked example of its page', () => {
    const facts = [
      before,
      incident('said', { startedAt: daysAgo(20), cause: 'change' }),
      incident('soon after', { startedAt: start }),
      incident('hardware', { startedAt: start, cause: 'hardware' }),
      ...times(5, i => incident(`i${i}`, { startedAt: daysAgo(30 + i) })),
    ];
    expect(changeCausedIncidentRate.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: 0.25,
      numerator: 2,
      denominator: 8,
      unknown: 5,
    });
  });

  it.each([
    ['a cause', { cause: 'change' }, 1, 0],
    [
      'another cause, whatever the link',
      { cause: 'capacity', deployment: 'd' },
      0,
      0,
    ],
    ['a named deployment', { deployment: 'd' }, 1, 0],
    ['the artifact', { startedAt: daysAgo(2), artifact: 'a' }, 1, 0],
    ['nothing', { startedAt: daysAgo(2) }, 0, 1],
  ] as [string, IncidentFields, number, number][])(
    'goes by %s',
    (_, fields, numerator, unknown) => {
      const facts = [before, incident('i', { startedAt: start, ...fields })];
      expect(changeCausedIncidentRate.measure(input({ facts }))).toMatchObject({
        n: 1,
        numerator,
        unknown,
      });
    },
  );

  it('requires deployments and incidents', () => {
    expect(
      changeCausedIncidentRate.measure(
        input({ connections: { incident: connection() } }),
      ),
    ).toMatchObject({ status: 'no-source', missing: ['deployment'] });
  });
});
