import type { JsonObject } from '@backstage/types';
import type {
  DeploymentFields,
  Statement,
} from '@devops-scorecards/plugin-maturity-common';
// How facts are folded is no business of other packages but of this test.
// eslint-disable-next-line @backstage/no-forbidden-package-imports, @backstage/no-mixed-plugin-imports
import { foldFact } from '@devops-scorecards/plugin-maturity-backend/src/facts/domain/foldFact';
import fc from 'fast-check';
import {
  type Changes,
  DIGEST,
  fieldsOf,
  FINISHED_AT,
  healthOf,
  mapped,
  RECEIVED_AT,
  RUNNING,
  SHA,
  STARTED_AT,
} from './__testUtils__/applications';

function degraded(since: string | undefined): Changes {
  return healthOf('Degraded', since);
}

describe('how a sync ended', () => {
  it.each([
    ['Succeeded', 'successfully synced', 'success'],
    ['Failed', 'one or more objects failed to apply', 'failure'],
    ['Error', 'application is not permitted', 'failure'],
    ['Failed', 'Operation terminated', 'cancelled'],
    ['Failed', 'Operation terminated (retried 2 times).', 'cancelled'],
    [
      'Failed',
      'Operation terminated, triggered by controller sync timeout',
      'failure',
    ],
    ['Failed', 'hook says: Operation terminated', 'failure'],
    ['Error', 'Operation termination had errors', 'failure'],
    ['Running', 'waiting for healthy state', undefined],
    ['Terminating', 'operation is terminating now', undefined],
  ])('in the phase %s, %s, is %s', (phase, message, outcome) => {
    expect(fieldsOf({ state: { phase, message } }).outcome).toBe(outcome);
  });

  it('is not told by a time of its end while it is tried again', () => {
    const { statements } = mapped({
      state: {
        phase: 'Running',
        message: 'failed. Retrying attempt #2 at 7:52AM.',
        retryCount: 1,
        finishedAt: '2026-11-20T07:51:30Z',
      },
    });
    expect(statements[0].rank).toBe(1);
    expect(statements[0].fields).not.toHaveProperty('finishedAt');
  });

  it('is when it was received, where nothing else is told', () => {
    expect(fieldsOf({ state: { finishedAt: undefined } })).toMatchObject({
      finishedAt: RECEIVED_AT,
      outcome: 'success',
    });
  });

  it.each([
    // It ended at 07:51:30.
    ['2026-11-20T07:51:29Z', 30, 'success'],
    ['2026-11-20T07:51:30Z', 30, 'failure'],
    ['2026-11-20T08:21:30Z', 30, 'failure'],
    ['2026-11-20T08:21:31Z', 30, 'success'],
    ['2026-11-20T07:56:31Z', 5, 'success'],
    [undefined, 30, 'success'],
    // Only the phase of the sync counts.
    ['2026-11-20T07:51:31Z', undefined, 'success'],
  ])(
    'is judged by when it degraded, %s, within %s minutes: %s',
    (since, degradedWithinMinutes, outcome) => {
      const settings =
        degradedWithinMinutes === undefined ? {} : { degradedWithinMinutes };
      expect(fieldsOf(degraded(since), settings)).toMatchObject({
        finishedAt: FINISHED_AT,
        outcome,
      });
    },
  );

  it('is the same in whatever order and how often it is told', () => {
    const states: Changes[] = [
      RUNNING,
      // What was told before the application degraded, as it was healthy still.
      healthOf('Healthy', '2026-11-20T07:00:00Z'),
      healthOf('Healthy', '2026-11-20T07:52:00Z'),
      degraded('2026-11-20T08:01:31Z'),
    ];
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...states, ...states], {
          minLength: 2 * states.length,
        }),
        told => {
          const { fields } = foldFact(
            'deployment',
            told.map(changes => {
              const { eventId, statements } = mapped(changes, {
                degradedWithinMinutes: 30,
              });
              return {
                statement: statements[0] as Statement<'deployment'>,
                eventKey: eventId,
                position: 0,
              };
            }),
          );
          expect(fields).toMatchObject({
            startedAt: STARTED_AT,
            finishedAt: FINISHED_AT,
            outcome: 'failure',
            artifact: DIGEST,
          });
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe('who started a sync', () => {
  it.each([
    [{ automated: true }, 'machine'],
    [{ username: 'ada' }, 'person'],
    [{ username: 'ci' }, 'machine'],
    [{ username: 'proj:shop:deployer' }, 'machine'],
    [{ automated: true, username: 'ada' }, 'machine'],
    [{ username: '' }, undefined],
    [{}, undefined],
  ] as [Record<string, string | boolean>, DeploymentFields['startedBy']][])(
    'where it was initiated by %j is a %s',
    (initiatedBy, startedBy) => {
      const fields = fieldsOf(
        { operation: { initiatedBy } },
        { machineUsers: ['ci'] },
      );
      expect(fields.startedBy).toBe(startedBy);
    },
  );
});

describe('the environment', () => {
  const KEY = 'devops-scorecards.io/environment';
  const labels = { [KEY]: 'b', environment: 'c', env: 'd' };
  const shop = { name: 'in-cluster', namespace: 'shop' };

  it.each<[string, JsonObject, JsonObject, string | undefined]>([
    ['annotation', { annotations: { [KEY]: 'a' }, labels }, shop, 'a'],
    ['label', { labels }, shop, 'b'],
    [
      'label environment',
      { labels: { environment: 'c', env: 'd' } },
      shop,
      'c',
    ],
    [
      'label env, before a cluster that is one',
      { labels: { env: 'd' } },
      { name: 'production' },
      'd',
    ],
    [
      'cluster that is one',
      {},
      { name: 'production', namespace: 'shop' },
      'production',
    ],
    [
      'namespace that is one',
      {},
      { name: 'in-cluster', namespace: 'production' },
      'production',
    ],
    ['namespace', {}, shop, 'shop'],
    ['cluster', {}, { name: 'edge-7' }, 'edge-7'],
    ['nothing', {}, { server: 'https://k8s.example.com' }, undefined],
  ])('is told by the %s', (_, metadata, destination, expected) => {
    const fields = fieldsOf({
      metadata: { annotations: {}, ...metadata },
      spec: { destination },
    });
    expect(fields.environment).toBe(expected);
    expect(fields.tier).toBe(
      expected === 'production' ? 'production' : undefined,
    );
  });
});

describe('what was deployed', () => {
  it('is a version where it is a chart, and a commit where it is one', () => {
    const chart = fieldsOf({
      spec: { source: { repoURL: 'https://charts.x', chart: 'payments' } },
      state: { syncResult: { revision: '1.4.2' } },
    });
    expect([chart.version, chart.commit]).toEqual(['1.4.2', undefined]);
    const several = fieldsOf({
      state: { syncResult: { revision: '', revisions: [SHA, '1.4.2'] } },
    });
    expect([several.version, several.commit]).toEqual([undefined, undefined]);
  });

  const other = `x@sha256:${'cd'.repeat(32)}`;
  const healthy = (images: string[], since = '2026-11-20T07:52:00Z') => ({
    status: {
      health: { status: 'Healthy', lastTransitionTime: since },
      summary: { images },
    },
  });

  it.each([
    ['one image', healthy([`x:1@${DIGEST}`]), DIGEST],
    [
      'one image under two names',
      healthy([`a@${DIGEST}`, `b@${DIGEST}`]),
      DIGEST,
    ],
    ['the old one and the new one', healthy([`x@${DIGEST}`, other]), undefined],
    ['one by its tag', healthy(['x:1']), undefined],
    ['one and one by its tag', healthy([`x@${DIGEST}`, 'y:1']), undefined],
    ['none', healthy([]), undefined],
    [
      'the old one, as it has not become healthy since',
      healthy([`x@${DIGEST}`], '2026-11-20T07:51:29Z'),
      undefined,
    ],
  ])('is %s', (_, changes, artifact) => {
    expect(fieldsOf(changes).artifact).toBe(artifact);
  });

  it('is not known while it runs', () => {
    expect(fieldsOf(RUNNING)).not.toHaveProperty('artifact');
  });
});
