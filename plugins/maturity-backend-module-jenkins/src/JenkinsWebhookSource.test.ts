import { InputError } from '@backstage/errors';
import {
  binary,
  cloudEvent,
  cloudEventData,
  context,
  DURATION,
  FINISHED_AT,
  fieldsOf,
  genuineEvents,
  mapped,
  notification,
  RECEIVED_AT,
  SECRET,
  SHA,
  source,
  STARTED_AT,
} from './__testUtils__/jenkinsEvents';

describe('the CloudEvents plugin', () => {
  it('tells of a build in binary mode', () => {
    expect(mapped(cloudEvent('COMPLETED'))).toEqual({
      eventSource: 'https://ci.example.com/',
      eventId: 'id of COMPLETED',
      type: 'org.jenkinsci.job.completed',
      subject: 'acme/payments #13',
      occurredAt: FINISHED_AT,
      aliases: [
        { scheme: 'jenkins-job', value: 'acme/payments' },
        { scheme: 'jenkins-job', value: 'acme' },
        { scheme: 'repository', value: 'git.example.com/acme/payments' },
      ],
      statements: [
        {
          kind: 'run',
          key: 'https://ci.example.com/job/acme/job/payments/13 queue 25',
          rank: 2,
          occurredAt: FINISHED_AT,
          fields: {
            pipeline: 'acme/payments',
            branch: 'main',
            trunk: true,
            commit: SHA,
            startedAt: STARTED_AT,
            finishedAt: FINISHED_AT,
            outcome: 'success',
            url: 'https://ci.example.com/job/acme/job/payments/13/',
          },
        },
      ],
      contents: expect.any(String),
      envelope: {
        plugin: 'cloudevents',
        source: 'job/payments',
        job: 'acme/payments',
        number: 13,
        phase: 'COMPLETED',
        status: 'SUCCESS',
        queueId: 25,
      },
    });
  });

  it('tells the same in structured mode', () => {
    const data = cloudEventData('COMPLETED');
    const structured = {
      headers: { 'content-type': 'application/cloudevents+json' },
      rawBody: Buffer.from(
        JSON.stringify({
          specversion: '1.0',
          id: 'id of COMPLETED',
          source: 'job/payments',
          type: 'org.jenkinsci.job.completed',
          datacontenttype: 'application/json',
          data,
        }),
      ),
      receivedAt: RECEIVED_AT,
    };
    expect(mapped(structured)).toEqual(mapped(cloudEvent('COMPLETED')));
  });

  it('says of a completed build its completion time, and of a started one its start', () => {
    expect(fieldsOf(mapped(cloudEvent('STARTED')))).toMatchObject({
      startedAt: STARTED_AT,
    });
    expect(fieldsOf(mapped(cloudEvent('STARTED')))).not.toHaveProperty(
      'finishedAt',
    );
    expect(fieldsOf(mapped(cloudEvent('COMPLETED')))).toMatchObject({
      startedAt: FINISHED_AT - DURATION,
      finishedAt: FINISHED_AT,
    });
  });

  it('tells durations of the queue apart, which are no fact', () => {
    const left = mapped(
      binary(
        {
          ciUrl: 'https://ci.example.com/',
          displayName: 'payments',
          entryTime: STARTED_AT - 30_000,
          exitTime: STARTED_AT,
          startedBy: 'Ada Lovelace',
          jenkinsQueueId: 25,
          status: 'LEFT',
          duration: 30_000,
        },
        { 'ce-type': 'org.jenkinsci.queue.left' },
      ),
    );
    expect(left).toMatchObject({
      eventSource: 'https://ci.example.com/',
      occurredAt: RECEIVED_AT,
      aliases: [],
      statements: [],
      envelope: { plugin: 'cloudevents', type: 'org.jenkinsci.queue.left' },
    });
    expect(JSON.stringify(left.envelope)).not.toContain('Ada');
  });

  it('keeps nothing of the configuration of a job', () => {
    const { statements, envelope } = mapped(
      binary(
        { name: 'x', url: 'job/x/', status: 'CREATED', configFile: 'password' },
        { 'ce-type': 'org.jenkinsci.job.created' },
      ),
    );
    expect(statements).toEqual([]);
    expect(JSON.stringify(envelope)).not.toContain('password');
  });

  it('gives an event of any other type no fact', () => {
    const event = mapped(
      binary({ any: 'thing' }, { 'ce-type': 'org.example.other' }),
    );
    expect(event.statements).toEqual([]);
  });

  it('may write into ce-source what HTTP does not allow', () => {
    const event = mapped(
      binary(cloudEventData('COMPLETED'), { 'ce-source': 'job/prüfung' }),
    );
    expect(event.statements).toHaveLength(1);
    expect(event.envelope.source).toBe('job/prüfung');
  });

  it('names itself by ce-source where Jenkins does not know its address', () => {
    const event = mapped(cloudEvent('COMPLETED', { fullUrl: null }));
    expect(event.eventSource).toBe('job/payments');
    expect(event.statements[0].key).toBe('job/acme/job/payments/13 queue 25');
  });

  it.each([
    ['a batch', { 'content-type': 'application/cloudevents-batch+json' }, '[]'],
    ['an event without an id', { 'ce-id': '' }, '{}'],
    ['a build without a number', {}, '{"url":"job/x/","build":{"url":"x"}}'],
    ['no JSON', {}, '{'],
  ])('is refused for %s, and not quoted', (_, headers, body) => {
    const request = { ...binary({}, headers), rawBody: Buffer.from(body) };
    expect(() => source().map(request, context)).toThrow(InputError);
  });
});

describe('a delivery', () => {
  it('is proven by the secret', () => {
    for (const request of [cloudEvent('STARTED'), notification('STARTED')]) {
      expect(() => source().verify(request)).not.toThrow();
      const other = { ...request, headers: { ...request.headers } };
      other.headers.authorization = 'Bearer wrong';
      expect(() => source().verify(other)).toThrow('is wrong');
      other.headers.authorization = undefined;
      other.headers['x-webhook-token'] = SECRET;
      expect(() => source().verify(other)).not.toThrow();
    }
  });

  it('is refused without a secret', () => {
    const unset = source({ webhookSecret: undefined });
    expect(unset.problem).toBe(
      'maturity.sources.jenkins.webhookSecret is not set',
    );
    expect(() => unset.verify(cloudEvent('STARTED'))).toThrow(
      'maturity.sources.jenkins.webhookSecret',
    );
  });
});

describe('genuine events', () => {
  // There may be none at hand; then there is nothing to be said of them.
  const samples = genuineEvents();
  const ofSamples = <T>(expected: Record<string, T>) =>
    samples.length > 0 ? expected : {};
  const mappedSamples = <T>(read: (event: ReturnType<typeof mapped>) => T) =>
    Object.fromEntries(
      samples.map(({ name, request }) => [name, read(mapped(request))]),
    );

  it('are all understood', () => {
    expect(mappedSamples(({ statements }) => statements.length)).toEqual(
      ofSamples({
        'job.completed.json': 1,
        'job.started.json': 1,
        'readme_1.json': 0,
        'readme_10.json': 0,
        'readme_2.json': 0,
        'readme_3.json': 1,
        'readme_4.json': 1,
        'readme_5.json': 2,
        'readme_6.json': 2,
        'readme_7.json': 0,
        'readme_8.json': 0,
        'readme_9.json': 0,
      }),
    );
  });

  it('tell of a build that took 5583 ms, and of one that FAILED on no branch', () => {
    expect(mappedSamples(event => fieldsOf(event))).toMatchObject(
      ofSamples({
        'job.completed.json': {
          pipeline: 'test2',
          branch: 'main',
          startedAt: 1626611053632,
          finishedAt: 1626611053632 + 5583,
          outcome: 'success',
        },
        'readme_6.json': {
          pipeline: 'fail',
          outcome: 'failure',
          url: 'http://3.101.116.80/job/fail/4/',
        },
      }),
    );
  });
});
