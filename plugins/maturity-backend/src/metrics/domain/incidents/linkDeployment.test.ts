import fc from 'fast-check';
import { daysAgo, deployment, HOUR } from '../../__testUtils__/facts';
import { faultHistories, incident } from '../../__testUtils__/incidents';
import { deploymentLinker, linkDeployment } from './linkDeployment';

const impact = daysAgo(5);

function finished(
  key: string,
  hoursBefore: number,
  fields: Parameters<typeof deployment>[1] = {},
) {
  return deployment(key, {
    finishedAt: impact - hoursBefore * HOUR,
    ...fields,
  });
}

describe('linkDeployment', () => {
  it.each([
    ['nothing', {}, [], undefined],
    [
      'what somebody named, though it is not known',
      { deployment: 'd9', artifact: 'a' },
      [finished('d1', 1, { artifact: 'a' })],
      { key: 'd9', link: 'explicit' },
    ],
    [
      'the last that brought the artifact',
      { artifact: 'a' },
      [
        finished('d1', 90, { artifact: 'a' }),
        finished('d2', 80, { artifact: 'a' }),
        finished('d3', 1, { artifact: 'b' }),
        finished('d4', -1, { artifact: 'a' }),
      ],
      { key: 'd2', link: 'artifact' },
    ],
    [
      'the last by time where nobody brought the artifact',
      { artifact: 'z' },
      [finished('d1', 3), finished('d2', 2, { artifact: 'b' })],
      { key: 'd2', link: 'time' },
    ],
    [
      'the last within 24 hours',
      {},
      [finished('d1', 30), finished('d2', 24)],
      { key: 'd2', link: 'time' },
    ],
    ['none before that', {}, [finished('d1', 24.0001)], undefined],
    [
      'one that finished with the impact',
      {},
      [finished('d1', 0)],
      { key: 'd1', link: 'time' },
    ],
    ['none that finished later', {}, [finished('d1', -0.0001)], undefined],
    [
      'none that failed, was elsewhere, undid one, or is running',
      {},
      [
        finished('failed', 1, { outcome: 'failure' }),
        finished('staging', 1, { tier: 'staging' }),
        finished('unknown', 1, { tier: undefined }),
        finished('rollback', 1, { purpose: 'rollback' }),
        finished('running', 1, { finishedAt: undefined, outcome: undefined }),
      ],
      undefined,
    ],
    [
      'by time where a change is the cause',
      { cause: 'change' as const },
      [finished('d1', 1)],
      { key: 'd1', link: 'time' },
    ],
    [
      'not by time where another cause is known',
      { cause: 'hardware' as const },
      [finished('d1', 1)],
      undefined,
    ],
    [
      'by detection where the start is unknown',
      { startedAt: undefined, detectedAt: impact + HOUR },
      [finished('d1', 0.5), finished('d2', -0.5)],
      { key: 'd2', link: 'time' },
    ],
    [
      'nothing where no time is known',
      { startedAt: undefined, acknowledgedAt: impact },
      [finished('d1', 1)],
      undefined,
    ],
  ])('links %s', (_, fields, deployments, expected) => {
    const fault = incident('i', { startedAt: impact, ...fields });
    expect(linkDeployment(fault, deployments)).toEqual(expected);
    expect(linkDeployment(fault, [...deployments].reverse())).toEqual(expected);
  });

  it('takes the greater key of two that finished together', () => {
    expect(
      linkDeployment(incident('i', { startedAt: impact }), [
        finished('b', 1),
        finished('a', 1),
      ]),
    ).toEqual({ key: 'b', link: 'time' });
  });

  it('is what a search through all of them finds', () => {
    fc.assert(
      fc.property(faultHistories, facts => {
        const linkOf = deploymentLinker(facts);
        const deployments = facts.filter(fact => fact.kind === 'deployment');
        for (const fault of facts) {
          if (fault.kind !== 'incident') {
            continue;
          }
          const { startedAt, detectedAt, cause } = fault.fields;
          const at = startedAt ?? detectedAt ?? -Infinity;
          const near = deployments
            .map(({ key, fields }) => ({ key, finishedAt: fields.finishedAt! }))
            .filter(
              ({ finishedAt }) =>
                finishedAt <= at && at - finishedAt <= 24 * HOUR,
            )
            .sort(
              (a, b) => b.finishedAt - a.finishedAt || (a.key < b.key ? 1 : -1),
            );
          expect(linkOf(fault)?.key).toBe(
            cause === 'hardware' ? undefined : near[0]?.key,
          );
        }
      }),
    );
  });
});
