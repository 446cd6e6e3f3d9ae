import { ConfigReader } from '@backstage/config';
import type {
  IncidentFields,
  Statement,
} from '@devops-scorecards/plugin-maturity-common';
import { configuredSources } from '@devops-scorecards/plugin-maturity-node';
// Tests look at the fact that all events together tell.
// eslint-disable-next-line @backstage/no-forbidden-package-imports, @backstage/no-mixed-plugin-imports
import { foldFact } from '@devops-scorecards/plugin-maturity-backend/src/facts/domain/foldFact';
import fc from 'fast-check';
import {
  delivery,
  eventBody,
  minute,
  SECRET,
  START,
} from './__testUtils__/deliveries';
import { publishedVector } from './__testUtils__/publishedVector';
import { IncidentWebhookSource } from './IncidentWebhookSource';

const MINUTE = 60_000;

function source(settings: object = { webhookSecret: SECRET }) {
  const oncall = { type: 'incident-webhook', ...settings };
  const [configured] = configuredSources(
    new ConfigReader({ maturity: { sources: { oncall } } }),
    'incident-webhook',
  );
  return IncidentWebhookSource.fromConfig(configured);
}

function mapped(body: unknown, id?: string) {
  const events = source().map(delivery(body, { id }));
  expect(events).toHaveLength(1);
  return events[0];
}

function statement(...body: Parameters<typeof eventBody>) {
  const { statements } = mapped(eventBody(...body));
  expect(statements).toHaveLength(1);
  return statements[0];
}

/** The incident that all the events together tell of. */
function fold(...bodies: Parameters<typeof eventBody>[]) {
  return foldFact(
    'incident',
    bodies.map(body => ({
      statement: statement(...body) as Statement<'incident'>,
      eventKey: JSON.stringify(body),
      position: 0,
    })),
  );
}

describe('the signature', () => {
  const vector = publishedVector();

  it('is that of Standard Webhooks', () => {
    const request = delivery(eventBody('incident.opened'));
    expect(() => source().verify(request)).not.toThrow();
    const { headers } = request;
    const svix = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name.replace('webhook-', 'svix-'),
        value,
      ]),
    );
    expect(() => source().verify({ ...request, headers: svix })).not.toThrow();
    const [{ eventId }] = source().map({ ...request, headers: svix });
    expect(eventId).toBe('msg_1');
  });

  it('is the published one', () => {
    // Where it is not at hand, one of our own takes its place.
    const own = delivery('{"test": 2432232314}');
    const published = vector ?? {
      secret: SECRET,
      'webhook-id': `${own.headers['webhook-id']}`,
      'webhook-timestamp': `${own.headers['webhook-timestamp']}`,
      'webhook-signature': `${own.headers['webhook-signature']}`,
      payload: '{"test": 2432232314}',
      badSignatures: ['v1,', 'v1,AAAA'],
    };
    const request = {
      headers: {
        'content-type': 'application/json',
        'webhook-id': published['webhook-id'],
        'webhook-timestamp': published['webhook-timestamp'],
        'webhook-signature': published['webhook-signature'],
      },
      rawBody: Buffer.from(published.payload),
      receivedAt: Number(published['webhook-timestamp']) * 1000,
    };
    const receiver = source({ webhookSecret: published.secret });
    expect(() => receiver.verify(request)).not.toThrow();
    // It is signed, and none of our events.
    expect(() => receiver.map(request)).toThrow('type: must be text');
    for (const signature of published.badSignatures) {
      const headers = { ...request.headers, 'webhook-signature': signature };
      expect(() => receiver.verify({ ...request, headers })).toThrow(
        expect.objectContaining({ name: 'AuthenticationError' }),
      );
    }
  });

  it('covers id, time and body, and has no long life', () => {
    const request = delivery(eventBody('incident.opened'));
    const changes = [
      { headers: { ...request.headers, 'webhook-id': 'msg_2' } },
      { headers: { ...request.headers, 'webhook-id': undefined } },
      { headers: { ...request.headers, 'webhook-timestamp': '1762135201' } },
      { rawBody: Buffer.concat([request.rawBody, Buffer.from(' ')]) },
      { receivedAt: START + 6 * MINUTE },
    ];
    for (const change of changes) {
      expect(() => source().verify({ ...request, ...change })).toThrow(
        expect.objectContaining({ name: 'AuthenticationError' }),
      );
    }
    expect(() => source({}).verify(request)).toThrow(
      expect.objectContaining({
        name: 'NotAllowedError',
        message: expect.stringContaining(
          'maturity.sources.oncall.webhookSecret',
        ),
      }),
    );
  });
});

describe('an incident', () => {
  it('says what its members say', () => {
    const event = mapped(
      eventBody('incident.opened', {
        source: '/oncall',
        service: 'payments-api',
        title: 'Refunds fail\nSee the wiki',
        severity: 'High',
        impact: 'Outage',
        startedAt: minute(-5),
        detectedBy: 'monitoring',
        cause: 'change',
        deployment: { id: 'd-7', source: '/cd' },
        artifactId: 'pkg:oci/payments@sha256%3Aab',
        environment: 'production',
        alertKey: 'refund-errors',
        scheduled: false,
        repeatOf: 'INC-1',
        url: 'https://oncall.example.org/INC-32',
        somethingElse: { is: 'left alone' },
      }),
      'msg_7',
    );
    expect(event).toMatchObject({
      eventSource: '/oncall',
      eventId: 'msg_7',
      type: 'incident.opened',
      subject: 'INC-32',
      occurredAt: START,
      entityRef: undefined,
      aliases: [
        { scheme: 'service', value: 'payments-api' },
        { scheme: 'event-source', value: '/oncall' },
      ],
      envelope: {
        type: 'incident.opened',
        id: 'INC-32',
        source: '/oncall',
        service: 'payments-api',
      },
    });
    expect(event.statements).toEqual([
      {
        kind: 'incident',
        key: '/oncall INC-32',
        rank: 1,
        occurredAt: START,
        fields: {
          title: 'Refunds fail',
          severity: 'major',
          impact: 'outage',
          startedAt: START - 5 * MINUTE,
          detectedAt: START,
          detectedBy: 'monitoring',
          cause: 'change',
          deployment: '/cd d-7',
          artifact: 'pkg:oci/payments@sha256:ab',
          environment: 'production',
          alertKey: 'refund-errors',
          scheduled: false,
          repeatOf: '/oncall INC-1',
          url: 'https://oncall.example.org/INC-32',
        },
      },
    ]);
  });

  it('without a source of its own is one of the configured source', () => {
    const event = mapped(eventBody('incident.updated', { repeatOf: 'INC-1' }));
    expect(event.eventSource).toBe('oncall');
    expect(event.aliases).toEqual([
      { scheme: 'event-source', value: 'oncall' },
    ]);
    expect(event.statements[0]).toMatchObject({
      key: 'oncall INC-32',
      fields: { repeatOf: 'oncall INC-1' },
    });
  });

  it.each([
    ['incident.opened', { detectedAt: START }],
    ['incident.updated', {}],
    ['incident.acknowledged', { acknowledgedAt: START }],
    ['incident.restored', { restoredAt: START }],
    ['incident.reopened', {}],
    ['incident.reviewed', { reviewedAt: START }],
  ])('by %s says %j and assumes nothing', (type, fields) => {
    expect(statement(type).fields).toEqual(fields);
  });

  it.each([
    ['incident.opened', 'detectedAt'],
    ['incident.acknowledged', 'acknowledgedAt'],
    ['incident.restored', 'restoredAt'],
    ['incident.reviewed', 'reviewedAt'],
  ])('by %s may say another %s than its own time', (type, field) => {
    expect(statement(type, { [field]: minute(-3) }).fields).toEqual({
      [field]: START - 3 * MINUTE,
    });
  });

  it('may name its deployment and what it repeats by their keys', () => {
    expect(
      statement('incident.reviewed', {
        deployment: 'd-7',
        repeatOf: '/other INC-9',
        reviewedAt: '',
        title: null,
      }).fields,
    ).toEqual({
      reviewedAt: START,
      deployment: 'd-7',
      repeatOf: '/other INC-9',
    });
  });

  it('is not restored any more when it is reopened', () => {
    const opened = ['incident.opened', { startedAt: minute(-1) }] as const;
    const restored = ['incident.restored', {}, 10] as const;
    const reopened = ['incident.reopened', {}, 12] as const;
    expect(fold([...reopened], [...restored], [...opened])).toMatchObject({
      open: true,
      fields: { startedAt: START - MINUTE, detectedAt: START },
    });
    expect(
      fold(
        [...opened],
        [...restored],
        [...reopened],
        ['incident.restored', {}, 30],
      ).fields.restoredAt,
    ).toBe(START + 30 * MINUTE);
  });

  it('is the same whatever the order in which its events arrive', () => {
    const story: Parameters<typeof eventBody>[] = [
      ['incident.opened', { detectedBy: 'user', severity: 'minor' }, 0],
      ['incident.acknowledged', {}, 2],
      ['incident.updated', { severity: 'critical' }, 3],
      ['incident.acknowledged', {}, 5],
      ['incident.restored', {}, 10],
      ['incident.reopened', {}, 11],
      ['incident.restored', {}, 20],
      ['incident.reviewed', { cause: 'capacity' }, 3000],
    ];
    const expected: IncidentFields = {
      severity: 'critical',
      detectedAt: START,
      detectedBy: 'user',
      acknowledgedAt: START + 2 * MINUTE,
      restoredAt: START + 20 * MINUTE,
      cause: 'capacity',
      reviewedAt: START + 3000 * MINUTE,
    };
    fc.assert(
      fc.property(
        fc.shuffledSubarray(story, { minLength: story.length }),
        fc.subarray(story),
        (order, again) => {
          expect(fold(...order, ...again).fields).toEqual(expected);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('an alert', () => {
  it('is a fact for each firing', () => {
    const event = mapped(
      eventBody('alert.fired', {
        id: 'refund-errors',
        title: 'Refund errors',
        severity: 'Critical',
        actionable: true,
        url: 'https://monitoring.example.org/refund-errors',
      }),
    );
    expect(event.statements).toEqual([
      {
        kind: 'alert',
        key: 'oncall refund-errors 2025-11-03T02:00:00.000Z',
        rank: 1,
        occurredAt: START,
        fields: {
          alertKey: 'refund-errors',
          name: 'Refund errors',
          severity: 'critical',
          startedAt: START,
          actionable: true,
          url: 'https://monitoring.example.org/refund-errors',
        },
      },
    ]);
  });

  it.each([
    ['alert.acknowledged', 'acknowledgedAt'],
    ['alert.resolved', 'resolvedAt'],
  ])('by %s belongs to the firing that it names', (type, field) => {
    const later = statement(type, { startedAt: minute(0), alertKey: 'k' }, 9);
    expect(later).toMatchObject({
      key: 'oncall INC-32 2025-11-03T02:00:00.000Z',
      fields: { alertKey: 'k', startedAt: START, [field]: START + 9 * MINUTE },
    });
    expect(() => mapped(eventBody(type))).toThrow('data.startedAt is missing');
  });
});

describe('whose it is', () => {
  it('is what it names itself', () => {
    expect(
      mapped(eventBody('incident.opened', { entityRef: 'Component:Payments' }))
        .entityRef,
    ).toBe('component:default/payments');
  });
});

describe('what cannot be read', () => {
  const opened = (data: object) =>
    eventBody('incident.opened', data as Record<string, unknown>);

  it.each<[string, unknown]>([
    ['Invalid input: expected object', []],
    ['type: must be one of incident.opened, ', eventBody('incident.closed')],
    ['type: must be text', { ...eventBody('incident.opened'), type: 3 }],
    ['timestamp: the time is ""', { ...opened({}), timestamp: undefined }],
    ['timestamp: the time is "soon"', { ...opened({}), timestamp: 'soon' }],
    ['data: must be an object', { ...opened({}), data: 'INC-1' }],
    ['data.id: must be the id', opened({ id: undefined })],
    ['data.id: must be the id', opened({ id: 32 })],
    ['data.id: must be the id', opened({ id: '' })],
    ['data.entityRef: must be an entity reference', opened({ entityRef: 'x' })],
    [
      'data.severity: must be critical, major or minor',
      opened({ severity: 'P1' }),
    ],
    [
      'data.impact: must be one of outage, degraded, none',
      opened({ impact: 'all' }),
    ],
    [
      'data.detectedBy: must be one of monitoring',
      opened({ detectedBy: 'me' }),
    ],
    ['data.cause: must be one of change', opened({ cause: 'rain' })],
    ['data.scheduled: must be true or false', opened({ scheduled: 'yes' })],
    ['data.title: must be text', opened({ title: 3 })],
    ['data.service: must be text', opened({ service: {} })],
    [
      'data.deployment: must be a key',
      opened({ deployment: { source: '/cd' } }),
    ],
    [
      'data.startedAt: the time is "2026-02-30T00:00:00Z"',
      opened({ startedAt: '2026-02-30T00:00:00Z' }),
    ],
    ['before 1970', opened({ startedAt: '0001-01-01T00:00:00Z' })],
    [
      'data.severity: must be one of critical, warning, info',
      eventBody('alert.fired', { severity: 'major' }),
    ],
    [
      'data.actionable: must be true or false',
      eventBody('alert.fired', { actionable: 1 }),
    ],
    [
      'data.restoredAt is said of a reopened incident',
      eventBody('incident.reopened', { restoredAt: minute(0) }),
    ],
    [
      'data.restoredAt is 2025-11-03T01:00:00.000Z, before data.startedAt',
      opened({ startedAt: minute(0), restoredAt: minute(-60) }),
    ],
    [
      'timestamp (restoredAt) is 2025-11-03T02:00:00.000Z, before data.startedAt',
      eventBody('incident.restored', { startedAt: minute(1) }),
    ],
    [
      'timestamp (resolvedAt) is 2025-11-03T02:00:00.000Z, before data.startedAt',
      eventBody('alert.resolved', { startedAt: minute(1) }),
    ],
  ])('is refused with what to change: %s', (message, body) => {
    expect(() => mapped(body)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(message),
      }),
    );
  });

  it('never throws anything but an InputError', () => {
    const outcomeOf = (body: unknown) => {
      try {
        mapped(body);
        return 'mapped';
      } catch (error) {
        return (error as Error).name;
      }
    };
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        for (const body of [
          one,
          opened({ title: one, deployment: other }),
          opened({ startedAt: one, repeatOf: other, severity: one }),
          { ...opened({}), type: one, data: other },
        ]) {
          expect(['mapped', 'InputError']).toContain(outcomeOf(body));
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('identity', () => {
  it('is the id of the message; the contents tell a change', () => {
    const body = eventBody('incident.opened', { title: 'a' });
    const first = mapped(body, 'msg_7');
    const again = mapped(
      { data: body.data, timestamp: body.timestamp, type: body.type },
      'msg_7',
    );
    expect([again.eventId, again.contents]).toEqual(['msg_7', first.contents]);
    expect(
      mapped(eventBody('incident.opened', { title: 'b' }), 'msg_7').contents,
    ).not.toBe(first.contents);
  });
});
