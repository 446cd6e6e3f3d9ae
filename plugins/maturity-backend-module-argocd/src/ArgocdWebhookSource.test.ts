import { InputError } from '@backstage/errors';
import {
  type Changes,
  context,
  DIGEST,
  FINISHED_AT,
  healthOf,
  mapped,
  notification,
  OLD_SHA,
  RECEIVED_AT,
  RUNNING,
  SHA,
  source,
  STARTED_AT,
  UID,
} from './__testUtils__/applications';

describe('a notification', () => {
  it('is a deployment', () => {
    expect(mapped()).toEqual({
      eventSource: 'https://argocd.example.com',
      eventId: `argocd/payments-production 2026-11-20T07:50:00.000Z ${UID} Succeeded Healthy 2026-11-20T07:52:00.000Z`,
      type: 'io.argoproj.sync.succeeded',
      subject: 'argocd/payments-production',
      occurredAt: FINISHED_AT,
      entityRef: undefined,
      aliases: [
        { scheme: 'argocd-app', value: 'argocd/payments-production' },
        { scheme: 'argocd-app', value: 'payments-production' },
        { scheme: 'repository', value: 'git.example.com/acme/manifests' },
      ],
      statements: [
        {
          kind: 'deployment',
          key: `argocd/payments-production 2026-11-20T07:50:00.000Z ${UID}`,
          rank: 2,
          occurredAt: FINISHED_AT,
          fields: {
            environment: 'production',
            tier: 'production',
            service: 'payments-production',
            commit: SHA,
            artifact: DIGEST,
            execution: 'pipeline',
            startedBy: 'machine',
            startedAt: STARTED_AT,
            finishedAt: FINISHED_AT,
            outcome: 'success',
            url: 'https://argocd.example.com/applications/argocd/payments-production',
          },
        },
      ],
      contents: expect.any(String),
      envelope: {
        application: 'argocd/payments-production',
        uid: UID,
        phase: 'Succeeded',
        health: 'Healthy',
        revision: SHA,
      },
    });
  });

  it('of an operation that runs has the same key without a revision', () => {
    expect(mapped(RUNNING).statements).toMatchObject([
      {
        key: mapped().statements[0].key,
        rank: 1,
        occurredAt: STARTED_AT,
        fields: { startedAt: STARTED_AT },
      },
    ]);
  });

  it('keeps no name of a person', () => {
    const event = mapped({
      operation: { initiatedBy: { username: 'ada@example.com' } },
    });
    expect(JSON.stringify(event)).not.toContain('ada');
    // Nor does Argo CD send it.
    const { rawBody } = notification({
      operation: { initiatedBy: { username: 'ada@example.com' } },
    });
    expect(rawBody.toString()).not.toContain('ada');
  });

  it('has an address of Argo CD only where the ConfigMap says one', () => {
    const [event] = source().map(notification({}, ''), context);
    expect(event.eventSource).toBe('/argocd');
    expect(event.statements[0].fields).not.toHaveProperty('url');
  });

  it.each([
    ['an operation that never was', { status: { operationState: undefined } }],
    ['a phase that nobody knows', { state: { phase: 'Paused' } }],
    ['a dry run', { operation: { sync: { dryRun: true } } }],
    [
      // Argo CD mends what somebody changed in the cluster.
      'self-healing',
      {
        operation: {
          initiatedBy: { automated: true },
          sync: { autoHealAttemptsCount: 1, resources: [{ kind: 'Service' }] },
        },
      },
    ],
    [
      'a sync of some resources by a person',
      {
        operation: {
          initiatedBy: { username: 'ada' },
          sync: { resources: [{ kind: 'Deployment' }] },
        },
      },
    ],
  ])('of %s is stored without a fact', (_, changes) => {
    expect(mapped(changes)).toMatchObject({
      occurredAt: RECEIVED_AT,
      statements: [],
    });
  });

  it('of a sync to a new revision after self-healing is a deployment', () => {
    // The number of attempts is carried over to it.
    expect(
      mapped({ operation: { sync: { autoHealAttemptsCount: 3 } } }).statements,
    ).toHaveLength(1);
  });

  it('is another event in every state of the operation', () => {
    const ids = [
      RUNNING,
      { state: { phase: 'Terminating' } },
      { state: { phase: 'Failed' } },
      { state: { phase: 'Error' } },
      healthOf('Progressing', '2026-11-20T07:52:00Z'),
      healthOf('Healthy', '2026-11-20T07:52:00Z'),
      healthOf('Degraded', '2026-11-20T07:52:00Z'),
      healthOf('Degraded', '2026-11-20T07:53:00Z'),
      { state: { startedAt: '2026-11-20T07:50:01Z' } },
      { metadata: { name: 'payments', namespace: 'argocd', uid: UID } },
      { metadata: { name: 'payments', namespace: 'team-a', uid: UID } },
      { metadata: { name: 'payments', namespace: 'team-a', uid: 'another' } },
    ].map(changes => mapped(changes).eventId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each<[string, Changes, Changes]>([
    [
      'with another image, history and target',
      {},
      {
        status: {
          ...healthOf('Healthy', '2026-11-20T07:52:00Z').status,
          summary: { images: ['x:2'] },
          history: [],
          sync: { revision: 'd'.repeat(40) },
        },
      },
    ],
    [
      'with a health that is older than the sync',
      healthOf('Degraded', '2026-11-20T07:00:00Z'),
      healthOf('Healthy', '2026-11-20T07:10:00Z'),
    ],
    [
      'while a try that failed is tried again',
      RUNNING,
      { state: { phase: 'Running', finishedAt: '2026-11-20T07:51:00Z' } },
    ],
    [
      'of an application that was labelled meanwhile',
      { metadata: { name: 'x', namespace: 'argocd', uid: UID } },
      {
        metadata: {
          name: 'x',
          namespace: 'argocd',
          uid: UID,
          labels: { env: 'staging' },
        },
      },
    ],
  ])('is a duplicate %s', (_, first, again) => {
    // Argo CD renders it anew, for example after its controller was restarted.
    const [a, b] = [mapped(first), mapped(again)];
    expect(b.eventId).toBe(a.eventId);
    expect(b.contents).toBe(a.contents);
  });

  it.each<[string, Changes]>([
    ['end', { state: { finishedAt: '2026-11-20T07:51:31Z' } }],
    ['revision', { state: { syncResult: { revision: OLD_SHA } } }],
  ])('conflicts where one state has another %s', (_, changes) => {
    expect(mapped(changes).eventId).toBe(mapped().eventId);
    expect(mapped(changes).contents).not.toBe(mapped().contents);
  });
});

describe('a delivery', () => {
  function refusal(body: string) {
    return () =>
      source().map({ ...notification(), rawBody: Buffer.from(body) }, context);
  }

  it('of another template says what to do, and quotes nothing', () => {
    const body = JSON.parse(notification().rawBody.toString());
    const newer = { version: 2, application: 'of another shape' };
    for (const other of [newer, { ...body, version: '1' }, {}, []]) {
      expect(refusal(JSON.stringify(other))).toThrow(InputError);
    }
    for (const other of [newer, { ...body, version: undefined }]) {
      expect(refusal(JSON.stringify(other))).toThrow(
        'version: it must be 1: install the template of this release',
      );
    }
    expect(refusal('{"text":"a secret"}')).toThrow(InputError);
    expect(refusal('{"text":"a secret"}')).not.toThrow('a secret');
    expect(refusal('Application synced')).toThrow('is not JSON');
  });

  it('is proven by the secret', () => {
    const request = notification();
    expect(() => source().verify(request)).not.toThrow();
    request.headers.authorization = 'Bearer wrong';
    expect(() => source().verify(request)).toThrow('is wrong');
    // What Argo CD sends where its secret has no such key.
    request.headers.authorization = 'Bearer $maturity-token';
    expect(() => source().verify(request)).toThrow('is wrong');
    request.headers.authorization = undefined;
    expect(() => source().verify(request)).toThrow('brings no secret');
  });

  it('is refused without a secret', () => {
    const unset = source({ webhookSecret: undefined });
    expect(unset.problem).toBe(
      'maturity.sources.argocd.webhookSecret is not set',
    );
    expect(() => unset.verify(notification())).toThrow(
      'maturity.sources.argocd.webhookSecret',
    );
  });

  it.each([
    [{ machineUsers: 'ci' }, 'maturity.sources.argocd.machineUsers'],
    [{ degradedWithinMinutes: 0 }, 'maturity.sources.argocd.degradedWithin'],
    [{ degradedWithinMinutes: 1441 }, 'maturity.sources.argocd.degradedWithin'],
    [{ degradedWithinMinutes: 0.5 }, 'maturity.sources.argocd.degradedWithin'],
  ])('needs settings that can be read: %j', (settings, message) => {
    expect(() => source(settings)).toThrow(message);
  });
});
