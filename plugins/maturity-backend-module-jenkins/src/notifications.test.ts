import {
  cloudEvent,
  context,
  FINISHED_AT,
  fieldsOf,
  mapped,
  notification,
  RECEIVED_AT,
  source,
  STARTED_AT,
} from './__testUtils__/jenkinsEvents';

describe('the notification plugin', () => {
  it('tells of a build', () => {
    expect(mapped(notification('COMPLETED'))).toEqual({
      ...mapped(cloudEvent('COMPLETED')),
      eventId: `https://ci.example.com/job/acme/job/payments/13 queue 25 COMPLETED ${FINISHED_AT}`,
      type: 'org.jenkinsci.notification.completed',
      contents: expect.any(String),
      envelope: {
        plugin: 'notification',
        job: 'acme/payments',
        number: 13,
        phase: 'COMPLETED',
        status: 'SUCCESS',
        queueId: 25,
      },
    });
  });

  it('tells when a build was queued', () => {
    expect(mapped(notification('QUEUED')).statements).toMatchObject([
      { rank: 0, fields: { queuedAt: STARTED_AT - 30_000 } },
    ]);
  });

  it('says 0 for a time in the queue that it does not know', () => {
    const { statements, occurredAt } = mapped(
      notification('QUEUED', { timestamp: 0 }),
    );
    expect(occurredAt).toBe(RECEIVED_AT);
    expect(statements[0].fields).not.toHaveProperty('queuedAt');
  });

  it('makes a try again a duplicate, though its log is another', () => {
    const first = mapped(notification('COMPLETED'));
    const again = mapped(notification('COMPLETED', { log: 'a line more' }));
    expect([again.eventId, again.contents]).toEqual([
      first.eventId,
      first.contents,
    ]);
  });

  it('told no time in old releases: it ended when that was received', () => {
    const event = mapped(
      notification('COMPLETED', {
        timestamp: null,
        duration: null,
        queue_id: null,
      }),
    );
    expect(fieldsOf(event)).toMatchObject({ finishedAt: RECEIVED_AT });
    expect(fieldsOf(event)).not.toHaveProperty('startedAt');
    expect(event.statements[0].key).toBe(
      'https://ci.example.com/job/acme/job/payments/13',
    );
  });

  it.each([
    ['2026-11-20T07:51:30.5+00:00', '2026-11-20T07:51:30.005Z'],
    ['2026-11-20T07:51:30.25+00:00', '2026-11-20T07:51:30.025Z'],
    ['2026-11-20T07:51:30.250+00:00', '2026-11-20T07:51:30.250Z'],
  ])('wrote times as text in some: %s', (timestamp, instant) => {
    expect(
      fieldsOf(mapped(notification('COMPLETED', { timestamp }))),
    ).toMatchObject({ finishedAt: Date.parse(instant) });
  });

  it('may send a phase from a step while the build runs: no start is made of it', () => {
    const fields = fieldsOf(
      mapped(notification('COMPLETED', { duration: 0, status: null })),
    );
    expect(fields).toMatchObject({ finishedAt: FINISHED_AT });
    expect(fields).not.toHaveProperty('startedAt');
    expect(fields).not.toHaveProperty('outcome');
  });

  it('called the last phase FINISHED in old releases', () => {
    const { statements } = mapped(notification('FINALIZED'));
    const old = mapped(
      notification('FINALIZED', { phase: 'FINISHED' }),
    ).statements;
    expect(old).toEqual(statements);
  });

  it('has phases without a fact', () => {
    expect(mapped(notification('NONE')).statements).toEqual([]);
  });

  it('is refused when it sends XML', () => {
    const request = notification('COMPLETED');
    request.headers['content-type'] = 'application/xml;charset=UTF-8';
    expect(() => source().map(request, context)).toThrow(
      'set the content type of the webhook in Jenkins',
    );
  });

  it('keeps neither culprits nor parameters', () => {
    const event = mapped(
      notification('COMPLETED', { parameters: { TOKEN: 'parameter' } }),
    );
    expect(JSON.stringify(event)).not.toMatch(/ada|parameter/);
  });
});
