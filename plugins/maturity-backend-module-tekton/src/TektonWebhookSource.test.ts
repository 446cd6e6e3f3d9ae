import { InputError } from '@backstage/errors';
import {
  context,
  CREATED_AT,
  delivery,
  FINISHED_AT,
  genuineEvents,
  mapped,
  pipelineRun,
  RECEIVED_AT,
  runEvent,
  SECRET,
  source,
  STARTED_AT,
  statusOf,
  UID,
} from './__testUtils__/tektonEvents';

describe('an event about a PipelineRun', () => {
  it('is a run', () => {
    expect(mapped(runEvent('successful'))).toEqual({
      eventSource:
        '/apis/tekton.dev/v1/namespaces/ci/PipelineRun/payments-ci-6gplk',
      eventId: 'id of successful',
      type: 'dev.tekton.event.pipelinerun.successful.v1',
      subject: 'ci/payments-ci-6gplk',
      occurredAt: FINISHED_AT,
      entityRef: undefined,
      aliases: [
        { scheme: 'pipeline', value: 'ci/payments-ci' },
        { scheme: 'pipeline', value: 'payments-ci' },
      ],
      statements: [
        {
          kind: 'run',
          key: UID,
          rank: 2,
          occurredAt: FINISHED_AT,
          fields: {
            pipeline: 'payments-ci',
            queuedAt: CREATED_AT,
            startedAt: STARTED_AT,
            finishedAt: FINISHED_AT,
            outcome: 'success',
          },
        },
      ],
      contents: expect.any(String),
      envelope: {
        type: 'dev.tekton.event.pipelinerun.successful.v1',
        source:
          '/apis/tekton.dev/v1/namespaces/ci/PipelineRun/payments-ci-6gplk',
        subject: 'payments-ci-6gplk',
        time: Date.parse('2026-11-20T07:59:58.157Z'),
      },
    });
  });

  it('is the same in structured mode', () => {
    const request = {
      headers: { 'content-type': 'application/cloudevents+json' },
      rawBody: Buffer.from(
        JSON.stringify({
          specversion: '1.0',
          id: 'id of successful',
          source:
            '/apis/tekton.dev/v1/namespaces/ci/PipelineRun/payments-ci-6gplk',
          subject: 'payments-ci-6gplk',
          time: '2026-11-20T07:59:58.157819Z',
          type: 'dev.tekton.event.pipelinerun.successful.v1',
          datacontenttype: 'application/json',
          data: { pipelineRun: pipelineRun('successful') },
        }),
      ),
      receivedAt: RECEIVED_AT,
    };
    expect(mapped(request)).toEqual(mapped(runEvent('successful')));
  });

  it.each([
    ['queued', 0, { queuedAt: CREATED_AT }],
    ['started', 1, { queuedAt: CREATED_AT, startedAt: STARTED_AT }],
    ['running', 1, { queuedAt: CREATED_AT, startedAt: STARTED_AT }],
    ['unknown', 1, { queuedAt: CREATED_AT, startedAt: STARTED_AT }],
    [
      'failed',
      2,
      {
        queuedAt: CREATED_AT,
        startedAt: STARTED_AT,
        finishedAt: FINISHED_AT,
        outcome: 'failure',
      },
    ],
  ])('that is %s has rank %i', (state, rank, fields) => {
    expect(mapped(runEvent(state)).statements).toMatchObject([
      { rank, fields: { pipeline: 'payments-ci', ...fields } },
    ]);
    expect(Object.keys(mapped(runEvent(state)).statements[0].fields)).toEqual([
      'pipeline',
      ...Object.keys(fields),
    ]);
  });

  it('is no end where its type is unknown, which is a change of the condition', () => {
    const { statements, occurredAt } = mapped(runEvent('unknown'));
    expect(occurredAt).toBe(Date.parse('2026-11-20T07:52:00Z'));
    expect(statements[0].fields).not.toHaveProperty('outcome');
  });

  it.each([
    ['True', 'Succeeded', 'success'],
    ['True', 'Completed', 'success'],
    ['False', 'Failed', 'failure'],
    ['False', 'PipelineRunTimeout', 'failure'],
    ['False', 'CouldntGetPipeline', 'failure'],
    ['False', 'Cancelled', 'cancelled'],
    ['False', 'PipelineRunCancelled', 'cancelled'],
    ['Unknown', 'Cancelled', undefined],
    ['Unknown', 'PipelineRunStopping', undefined],
    ['Unknown', 'CancelledRunningFinally', undefined],
  ])('with the condition %s, %s is read as %s', (status, reason, outcome) => {
    const event = mapped(
      runEvent('failed', { status: statusOf(status, reason, '07:53:20') }),
    );
    const { fields } = event.statements[0];
    expect((fields as { outcome?: string }).outcome).toBe(outcome);
  });

  it('that is held back has not started', () => {
    const event = mapped(
      runEvent('unknown', {
        status: {
          ...statusOf('Unknown', 'PipelineRunPending', '07:50:00'),
          startTime: null,
        },
      }),
    );
    expect(event.statements[0].rank).toBe(0);
  });

  it('that failed without a time of its end ended with its condition', () => {
    const event = mapped(
      runEvent('failed', { status: { completionTime: null } }),
    );
    expect(event.statements[0].fields).toMatchObject({
      finishedAt: FINISHED_AT,
    });
  });

  it('has the name of a run that is used again, which is another run', () => {
    const again = mapped(runEvent('failed', { metadata: { uid: 'another' } }));
    expect(again.subject).toBe(mapped(runEvent('failed')).subject);
    expect(again.statements[0].key).toBe('another');
  });

  it('keeps neither parameters nor who sent the commit', () => {
    expect(JSON.stringify(mapped(runEvent('failed')).envelope)).not.toContain(
      'parameter',
    );
  });

  it('says the same when something on the way adds attributes', () => {
    const request = runEvent('failed');
    const passedOn = runEvent('failed');
    passedOn.headers['ce-knativearrivaltime'] = '2026-11-20T07:59:59Z';
    expect(mapped(passedOn)).toEqual(mapped(request));
  });
});

describe('any other event of Tekton', () => {
  it.each([
    'dev.tekton.event.taskrun.successful.v1',
    'dev.tekton.event.customrun.started.v1',
    'dev.tekton.event.triggers.done.v1',
    'org.example.other',
  ])('has no fact: %s', type => {
    const event = mapped(delivery({ any: 'thing' }, { 'ce-type': type }));
    expect(event).toMatchObject({ type, aliases: [], statements: [] });
  });

  it('may be genuine', () => {
    // There may be none at hand.
    expect(
      genuineEvents().map(({ name, request }) => {
        const { subject, statements } = mapped(request);
        return [name, subject, statements];
      }),
    ).toEqual(genuineEvents().map(({ name }) => [name, 'curl-run-6gplk', []]));
  });
});

describe('a delivery', () => {
  it.each([
    ['a run without an id', { metadata: { uid: '' } }],
    ['a time before 1970', { status: { startTime: '0001-01-01T00:00:00Z' } }],
  ])('is refused for %s, and not quoted', (_, changes) => {
    expect(() => source().map(runEvent('failed', changes), context)).toThrow(
      /^The payload is no 'dev.tekton.event.pipelinerun.failed.v1'/,
    );
  });

  it.each([
    ['a batch', { 'content-type': 'application/cloudevents-batch+json' }, '[]'],
    ['another content type', { 'content-type': 'text/plain' }, 'x'],
    ['no run', {}, '{"taskRun":{}}'],
    ['no JSON', {}, '{'],
    ['no body', {}, ''],
  ])('is refused for %s', (_, headers, body) => {
    const request = {
      ...delivery({}, headers as Record<string, string>),
      rawBody: Buffer.from(body),
    };
    expect(() => source().map(request, context)).toThrow(InputError);
  });

  it('is proven by the secret, as the password of the sink or in a header', () => {
    const request = runEvent('failed');
    expect(() => source().verify(request)).not.toThrow();
    request.headers.authorization = 'Bearer wrong';
    expect(() => source().verify(request)).toThrow('is wrong');
    request.headers.authorization = undefined;
    expect(() => source().verify(request)).toThrow('brings no secret');
    request.headers['x-webhook-token'] = SECRET;
    expect(() => source().verify(request)).not.toThrow();
  });

  it('is refused without a secret', () => {
    const unset = source({ webhookSecret: undefined });
    expect(unset.problem).toBe(
      'maturity.sources.tekton.webhookSecret is not set',
    );
    expect(() => unset.verify(runEvent('failed'))).toThrow(
      'maturity.sources.tekton.webhookSecret',
    );
  });

  it('needs a list of trunks that is one', () => {
    expect(() => source({ trunk: 'main' })).toThrow(
      'maturity.sources.tekton.trunk cannot be read',
    );
  });
});
