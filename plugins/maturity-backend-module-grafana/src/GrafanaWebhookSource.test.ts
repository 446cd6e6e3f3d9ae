import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { configuredSources } from '@devops-scorecards/plugin-maturity-node';
import { GRAFANA, GrafanaWebhookSource } from './GrafanaWebhookSource';
import {
  alertBody,
  delivery,
  notification,
  SECRET,
  signatureOf,
  TIMESTAMP_HEADER,
} from './__testUtils__/notifications';

function source(settings: JsonObject = {}) {
  const [configured] = configuredSources(
    new ConfigReader({
      maturity: {
        sources: { grafana: { webhookSecret: SECRET, ...settings } },
      },
    }),
    GRAFANA.type,
  );
  return GrafanaWebhookSource.fromConfig(configured);
}

function event(alert: unknown, settings?: JsonObject) {
  const events = source(settings).map(delivery(notification([alert])));
  expect(events).toHaveLength(1);
  return events[0];
}

describe('an alert', () => {
  it('is a fact from when it fires', () => {
    expect(event(alertBody())).toMatchObject({
      eventSource: 'https://grafana.example.com/',
      eventId: 'c6eadffa33fcdf37 firing 2026-11-20T07:00:10.157Z',
      type: 'com.grafana.alert.firing',
      statements: [
        {
          kind: 'alert',
          key: 'c6eadffa33fcdf37 2026-11-20T07:00:10.157Z',
          rank: 1,
          fields: {
            alertKey: 'c6eadffa33fcdf37',
            name: 'High error rate',
            severity: 'critical',
            startedAt: Date.parse('2026-11-20T07:00:10.157Z'),
            url: 'https://grafana.example.com/alerting/grafana/abc/view',
          },
        },
      ],
    });
  });

  it('is resolved by its own status, in a group that fires', () => {
    const [resolved, firing] = source().map(
      delivery(
        notification([
          alertBody({ status: 'resolved', endsAt: '2026-11-20T07:20:00Z' }),
          alertBody({ fingerprint: 'bc97ff14869b13e3' }),
        ]),
      ),
    );
    expect(resolved.statements[0].fields).toMatchObject({
      resolvedAt: Date.parse('2026-11-20T07:20:00Z'),
    });
    expect(firing.statements[0].fields).not.toHaveProperty('resolvedAt');
  });

  it('is the same event with other values and a moved timeout', () => {
    const repeated = event(
      alertBody({
        values: { B: 9 },
        valueString: 'other',
        endsAt: '2026-11-20T08:10:00Z',
      }),
    );
    const first = event(alertBody());
    expect(repeated).toEqual(first);
  });

  it.each(['DatasourceNoData', 'DatasourceError'])(
    'of a rule that could not be evaluated is for information: %s',
    alertname => {
      const labels = {
        alertname,
        rulename: 'High error rate',
        datasource_uid: 'abc',
        service: 'payments',
        severity: 'critical',
      };
      const { statements } = event(alertBody({ labels }));
      expect(statements[0].fields).toMatchObject({
        name: `${alertname}: High error rate`,
        severity: 'info',
      });
      const { rulename, ...older } = labels;
      expect(event(alertBody({ labels: older })).statements[0].fields).toEqual(
        expect.objectContaining({ name: alertname, severity: 'info' }),
      );
    },
  );

  it('of a rule that shall alert on missing data counts as the rule says', () => {
    const { statements } = event(
      alertBody({
        annotations: { grafana_state_reason: 'NoData' },
        values: null,
      }),
    );
    expect(statements[0].fields).toMatchObject({ severity: 'critical' });
  });

  it('that tests the contact point tells of no service', () => {
    const labels = { alertname: 'TestAlert', instance: 'Grafana' };
    expect(event(alertBody({ labels })).statements).toEqual([]);
    const own = { alertname: 'TestAlert', instance: 'db-1' };
    expect(event(alertBody({ labels: own })).statements).toHaveLength(1);
  });

  it('has the severity that the configuration says', () => {
    const severities = { critical: ['P1'] };
    const labels = { alertname: 'Down', severity: 'p1' };
    expect(
      event(alertBody({ labels }), { severities }).statements[0].fields,
    ).toMatchObject({ severity: 'critical' });
  });
});

describe('a notification', () => {
  it.each<[unknown, string]>([
    [notification([alertBody()], { version: '4' }), 'type alertmanager'],
    [{ text: 'custom' }, 'without a custom payload'],
    [
      // Of Grafana's alerting before version 9.
      { ruleName: 'Down', state: 'alerting', evalMatches: [] },
      'no notification of Grafana: version: it must be "1"',
    ],
  ])('%# is refused', (body, message) => {
    expect(() => source().map(delivery(body))).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });
});

describe('the proof', () => {
  const body = notification([alertBody()]);
  const text = JSON.stringify(body);
  const receivedAt = Date.parse('2026-11-20T08:00:00Z');
  const seconds = receivedAt / 1000;
  const timestamped = { timestampHeader: TIMESTAMP_HEADER };

  const verify = (
    headers: Record<string, string>,
    settings: JsonObject = {},
    sent: unknown = body,
  ) => source(settings).verify(delivery(sent, { headers, receivedAt }));

  it('is the signature of the body', () => {
    expect(() => verify(signatureOf(text))).not.toThrow();
    expect(() =>
      verify(signatureOf(text), { webhookSecret: ['new', SECRET] }),
    ).not.toThrow();
    expect(() => verify(signatureOf(text), {}, { ...body, orgId: 2 })).toThrow(
      'X-Grafana-Alerting-Signature does not match the body',
    );
    expect(() => verify(signatureOf(text, { secret: 'another' }))).toThrow(
      'does not match',
    );
  });

  it.each(['', 'sha256=00', 'f'.repeat(63), 'g'.repeat(64)])(
    'is not %p',
    signature => {
      expect(() =>
        verify({ 'x-grafana-alerting-signature': signature }),
      ).toThrow(expect.objectContaining({ name: 'AuthenticationError' }));
    },
  );

  it('is the signature of timestamp and body where one is configured', () => {
    for (const near of [seconds, seconds - 300, seconds + 300]) {
      expect(() =>
        verify(signatureOf(text, { seconds: near }), timestamped),
      ).not.toThrow();
    }
    expect(() =>
      verify(signatureOf(text, { seconds: seconds - 301 }), timestamped),
    ).toThrow('301 s off');
    expect(() =>
      verify(signatureOf(text, { seconds: seconds + 301 }), timestamped),
    ).toThrow('301 s off');
    expect(() => verify(signatureOf(text), timestamped)).toThrow(
      'Header x-grafana-alerting-timestamp is missing',
    );
    const moved = {
      ...signatureOf(text, { seconds: seconds - 1000 }),
      'x-grafana-alerting-timestamp': `${seconds}`,
    };
    expect(() => verify(moved, timestamped)).toThrow('does not match');
    expect(() => verify(signatureOf(text, { seconds }))).toThrow(
      'its timestamp header that of maturity.sources.grafana.timestampHeader',
    );
  });

  it('is the secret itself where nothing is signed', () => {
    expect(() => verify({ authorization: `Bearer ${SECRET}` })).not.toThrow();
    expect(() => verify({ authorization: 'Bearer other' })).toThrow(
      'The secret of the delivery is wrong',
    );
    expect(() => verify({})).toThrow('The delivery brings no secret');
    // A wrong signature is not made good by it.
    expect(() =>
      verify({
        ...signatureOf(text, { secret: 'another' }),
        authorization: `Bearer ${SECRET}`,
      }),
    ).toThrow('does not match');
  });

  it('cannot be given without a secret in the configuration', () => {
    const open = source({ webhookSecret: undefined });
    expect(open.problem).toBe(
      'maturity.sources.grafana.webhookSecret is not set',
    );
    expect(() => open.verify(delivery(body))).toThrow(
      expect.objectContaining({ name: 'NotAllowedError' }),
    );
  });
});
