import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { configuredSources } from '@devops-scorecards/plugin-maturity-node';
import {
  ALERTMANAGER,
  AlertmanagerWebhookSource,
} from './AlertmanagerWebhookSource';
import {
  alertBody,
  delivery,
  genuineNotifications,
  notification,
  RECEIVED_AT,
  resolvedBody,
  SECRET,
} from './__testUtils__/notifications';

const STARTED_AT = Date.parse('2026-11-20T07:00:00.123Z');
const ENDED_AT = Date.parse('2026-11-20T07:30:00.500Z');

function source(settings: JsonObject = {}) {
  const [configured] = configuredSources(
    new ConfigReader({
      maturity: {
        sources: { alertmanager: { webhookSecret: SECRET, ...settings } },
      },
    }),
    ALERTMANAGER.type,
  );
  return AlertmanagerWebhookSource.fromConfig(configured);
}

function mapped(
  body: unknown,
  options: { settings?: JsonObject; at?: number } = {},
) {
  return source(options.settings).map(delivery(body, options.at));
}

/** What one alert, alone in a notification, becomes. */
function event(alert: unknown, options?: Parameters<typeof mapped>[1]) {
  const events = mapped(notification([alert]), options);
  expect(events).toHaveLength(1);
  return events[0];
}

describe('an alert', () => {
  it('is a fact from when it fires', () => {
    expect(event(alertBody())).toEqual({
      eventSource: 'http://alertmanager.example.com',
      eventId: 'a1bc48475b20e73d firing 2026-11-20T07:00:00.123Z',
      type: 'io.prometheus.alert.firing',
      subject: 'PaymentsDown',
      occurredAt: STARTED_AT,
      aliases: [
        { scheme: 'alert-label', value: 'service=payments' },
        { scheme: 'service', value: 'payments' },
        { scheme: 'kubernetes', value: 'payments' },
        { scheme: 'alert-label', value: 'namespace=shop' },
        { scheme: 'alert-label', value: 'alertname=PaymentsDown' },
        { scheme: 'event-source', value: 'http://alertmanager.example.com' },
      ],
      statements: [
        {
          kind: 'alert',
          key: 'a1bc48475b20e73d 2026-11-20T07:00:00.123Z',
          rank: 1,
          occurredAt: STARTED_AT,
          fields: {
            alertKey: 'a1bc48475b20e73d',
            name: 'PaymentsDown',
            severity: 'critical',
            startedAt: STARTED_AT,
            url: 'http://prometheus.example.com/graph?g0.expr=up',
          },
        },
      ],
      contents: expect.any(String),
      envelope: {
        receiver: 'maturity',
        groupStatus: 'firing',
        truncatedAlerts: 0,
        fingerprint: 'a1bc48475b20e73d',
        status: 'firing',
        startsAt: '2026-11-20T07:00:00.123Z',
        endsAt: undefined,
        alertname: 'PaymentsDown',
      },
    });
  });

  it('is the same fact when it is resolved', () => {
    const firing = event(alertBody());
    const resolved = event(resolvedBody());
    expect(resolved.statements[0]).toMatchObject({
      key: firing.statements[0].key,
      rank: 2,
      occurredAt: ENDED_AT,
      fields: { startedAt: STARTED_AT, resolvedAt: ENDED_AT },
    });
    expect(resolved.eventId).not.toBe(firing.eventId);
    expect(firing.statements[0].fields).not.toHaveProperty('resolvedAt');
  });

  it('is another fact when it fires again', () => {
    const again = event(alertBody({ startsAt: '2026-11-20T07:45:00Z' }));
    const first = event(alertBody());
    expect(again.statements[0].key).not.toBe(first.statements[0].key);
    expect(again.statements[0].fields).toMatchObject({
      alertKey: 'a1bc48475b20e73d',
    });
  });

  it('is resolved at the receive time where its end is the year 1', () => {
    const resolved = event(resolvedBody({ endsAt: '0001-01-01T00:00:00Z' }));
    expect(resolved.statements[0]).toMatchObject({
      // So that an end that is said wins.
      rank: 1,
      occurredAt: RECEIVED_AT,
      fields: { startedAt: STARTED_AT, resolvedAt: RECEIVED_AT },
    });
    expect(resolved.eventId).toBe(
      'a1bc48475b20e73d resolved 2026-11-20T07:00:00.123Z',
    );
  });

  it('is not resolved before it fired, though its clock be ahead', () => {
    const { statements } = event(
      resolvedBody({ endsAt: '0001-01-01T00:00:00Z' }),
      { at: STARTED_AT - 2000 },
    );
    expect(statements[0].fields).toMatchObject({ resolvedAt: STARTED_AT });
  });

  it('has no end while it fires, for that is a timeout in the future', () => {
    const first = event(alertBody({ endsAt: '2026-11-20T08:04:00Z' }));
    const later = event(alertBody({ endsAt: '2026-11-20T08:09:00Z' }));
    expect(first.statements[0].fields).not.toHaveProperty('resolvedAt');
    expect(later).toEqual(first);
  });

  it('is the same event in every repetition, whatever was written anew', () => {
    const first = event(alertBody());
    const repeated = event(
      alertBody({
        annotations: { summary: 'No payment for 4 hours' },
        generatorURL: 'http://prometheus-1.example.com/graph',
      }),
      { at: RECEIVED_AT + 4 * 3_600_000 },
    );
    expect(repeated.eventId).toBe(first.eventId);
    expect(repeated.contents).toBe(first.contents);
  });

  it('conflicts where one fingerprint stands for other labels', () => {
    const first = event(alertBody());
    const other = event(alertBody({ labels: { alertname: 'Other' } }));
    expect(other.eventId).toBe(first.eventId);
    expect(other.contents).not.toBe(first.contents);
  });

  it('keeps the same key in every zone and precision of its time', () => {
    const keys = [
      '2026-11-20T07:00:00.123456789Z',
      '2026-11-20T07:00:00.123Z',
      '2026-11-20T15:00:00.123+08:00',
    ].map(startsAt => event(alertBody({ startsAt })).statements[0].key);
    expect(new Set(keys).size).toBe(1);
  });

  it('without a fingerprint is known by its labels', () => {
    const { fingerprint, ...older } = alertBody();
    expect(event(older).statements[0].fields).toMatchObject({
      alertKey: expect.stringMatching(/^[0-9a-f]{16}$/),
    });
    expect(event(older).statements[0].key).not.toBe(
      event({ ...older, labels: { alertname: 'Other' } }).statements[0].key,
    );
  });

  it('says nothing where it is suppressed', () => {
    const suppressed = event(alertBody({ status: 'suppressed' }));
    expect(suppressed).toMatchObject({
      type: 'io.prometheus.alert.suppressed',
      statements: [],
    });
  });

  it.each([
    ['critical', 'critical'],
    ['PAGE', 'critical'],
    ['warning', 'warning'],
    ['info', 'info'],
    ['none', undefined],
    ['', undefined],
    ['sev1', undefined],
  ])('of severity %p is %p', (severity, expected) => {
    const { statements } = event(
      alertBody({ labels: { alertname: 'Down', severity } }),
    );
    expect(statements[0].fields).toEqual(
      expect.objectContaining({ name: 'Down' }),
    );
    expect((statements[0].fields as { severity?: string }).severity).toBe(
      expected,
    );
  });

  it('has the severity that the configuration says', () => {
    const settings = { severities: { critical: ['sev1'], warning: ['sev2'] } };
    const of = (severity: string) =>
      event(alertBody({ labels: { alertname: 'Down', severity } }), {
        settings,
      }).statements[0].fields;
    expect(of('SEV1')).toMatchObject({ severity: 'critical' });
    expect(of('critical')).not.toHaveProperty('severity');
  });

  it('names the entity itself by a label', () => {
    const labels = { alertname: 'Down', entityref: 'component:shop/payments' };
    expect(event(alertBody({ labels }))).toMatchObject({
      entityRef: 'component:shop/payments',
    });
    const invalid = { alertname: 'Down', entityref: 'no ref' };
    expect(event(alertBody({ labels: invalid }))).not.toHaveProperty(
      'entityRef',
    );
  });

  it('has no page that a browser would run', () => {
    const { statements } = event(
      alertBody({ generatorURL: 'data:text/html,hello' }),
    );
    expect(statements[0].fields).not.toHaveProperty('url');
  });
});

describe('a notification', () => {
  it('may be firing and hold alerts that are resolved', () => {
    const events = mapped(
      notification([
        resolvedBody(),
        alertBody({ fingerprint: 'c2ea85182f28cbd9' }),
      ]),
    );
    expect(
      events.map(({ type, statements: [{ fields }] }) => [
        type,
        (fields as { resolvedAt?: number }).resolvedAt,
      ]),
    ).toEqual([
      ['io.prometheus.alert.resolved', ENDED_AT],
      ['io.prometheus.alert.firing', undefined],
    ]);
  });

  it('keeps how many alerts it left out', () => {
    const [{ envelope }] = mapped(
      notification([alertBody()], { truncatedAlerts: 7 }),
    );
    expect(envelope).toMatchObject({ truncatedAlerts: 7 });
  });

  it('keeps nothing of labels and annotations', () => {
    const [{ envelope }] = mapped(notification([alertBody()]));
    expect(JSON.stringify(envelope)).not.toMatch(/No payment|shop/);
  });

  it('without an address comes from the source', () => {
    for (const externalURL of ['', undefined, `http://${'a'.repeat(600)}`]) {
      const [{ eventSource, aliases }] = mapped(
        notification([alertBody()], { externalURL }),
      );
      expect(eventSource).toBe('/alertmanager');
      expect(aliases).toContainEqual({
        scheme: 'event-source',
        value: '/alertmanager',
      });
    }
  });

  it('of no alerts has no events', () => {
    expect(mapped(notification([]))).toEqual([]);
  });

  it.each<[unknown, string]>([
    [alertBody({ startsAt: '0001-01-01T00:00:00Z' }), 'startsAt: '],
    [{ ...alertBody(), labels: { a: 1 } }, 'labels.a: '],
    [{ ...alertBody(), status: undefined }, 'status: '],
    [null, 'Invalid input'],
  ])('does not lose the others to %j', (unreadable, problem) => {
    const [bad, good] = mapped(notification([unreadable, alertBody()]));
    expect(bad).toMatchObject({
      type: 'io.prometheus.alert.unreadable',
      statements: [],
      envelope: { problem: expect.stringContaining(problem) },
    });
    expect(good.statements).toHaveLength(1);
    // Sent again it is the same event.
    const [again] = mapped(notification([unreadable, alertBody()]), {
      at: RECEIVED_AT + 1000,
    });
    expect(again.eventId).toBe(bad.eventId);
    expect(again.contents).toBe(bad.contents);
  });

  it.each<[unknown, string]>([
    [{}, 'no notification of Alertmanager: version: it must be "4"'],
    [notification([alertBody()], { version: '1' }), 'type grafana'],
    [notification([], { alerts: undefined }), 'alerts: '],
    [
      notification([alertBody({ startsAt: 'soon' })]),
      'alerts.0.startsAt: the time is "soon"',
    ],
    [[], 'no notification of Alertmanager'],
    ['text', 'no notification of Alertmanager'],
  ])('%# is refused: it is none', (body, message) => {
    expect(() => mapped(body)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });
});

describe('the proof', () => {
  it('is the secret itself', () => {
    const body = notification([]);
    const request = delivery(body);
    expect(() => source().verify(request)).not.toThrow();
    const basic = Buffer.from(`maturity:${SECRET}`).toString('base64');
    expect(() =>
      source().verify({
        ...request,
        headers: { authorization: `Basic ${basic}` },
      }),
    ).not.toThrow();
    expect(() => source({ webhookSecret: 'another' }).verify(request)).toThrow(
      'The secret of the delivery is wrong',
    );
    expect(() => source().verify({ ...request, headers: {} })).toThrow(
      'The delivery brings no secret: have Alertmanager send the value of maturity.sources.alertmanager.webhookSecret',
    );
  });

  it('cannot be given without a secret in the configuration', () => {
    const open = source({ webhookSecret: undefined });
    expect(open.problem).toBe(
      'maturity.sources.alertmanager.webhookSecret is not set',
    );
    expect(() => open.verify(delivery({}))).toThrow('No secret is configured');
    expect(source().problem).toBeUndefined();
  });

  it('names the configuration that is wrong', () => {
    expect(() => source({ severities: { fatal: ['x'] } })).toThrow(
      'maturity.sources.alertmanager.severities.fatal is no value',
    );
  });
});

describe('whole notifications', () => {
  // Genuine ones are no part of the project, and taken where they are at hand.
  const samples = [
    { name: 'our own', body: notification([alertBody(), resolvedBody()]) },
    ...genuineNotifications(),
  ];

  it.each(samples)('are taken as they are: $name', ({ name, body }) => {
    const { alerts } = body as { alerts: { fingerprint: string }[] };
    const events = mapped(body);
    expect([name, events.length]).toEqual([name, alerts.length]);
    events.forEach(({ statements: [{ fields }, ...others] }, index) => {
      expect(others).toEqual([]);
      expect(fields).toMatchObject({
        alertKey: alerts[index].fingerprint,
        severity: 'critical',
        startedAt: expect.any(Number),
      });
      expect(Object.values(fields)).not.toContain(undefined);
    });
  });
});
