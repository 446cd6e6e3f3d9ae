import { createHash } from 'node:crypto';
import { ConfigReader } from '@backstage/config';
import type { Statement } from '@devops-scorecards/plugin-maturity-common';
import { configuredSources } from '@devops-scorecards/plugin-maturity-node';
// Tests look at the fact that all actions together tell.
// eslint-disable-next-line @backstage/no-forbidden-package-imports, @backstage/no-mixed-plugin-imports
import { foldFact } from '@devops-scorecards/plugin-maturity-backend/src/facts/domain/foldFact';
import fc from 'fast-check';
import {
  actionBody,
  delivery,
  nanoseconds,
  START,
} from './__testUtils__/deliveries';
import { OpsgenieWebhookSource } from './OpsgenieWebhookSource';

const SECRET = 'the secret of the webhook';
const MINUTE = 60_000;
const ALERT = '052652ac-5d1c-464a-812a-7dd18bbfba8c-1762135200104';

function source(settings: object = {}) {
  const opsgenie = { webhookSecret: SECRET, ...settings };
  const [configured] = configuredSources(
    new ConfigReader({ maturity: { sources: { opsgenie } } }),
    'opsgenie',
  );
  return OpsgenieWebhookSource.fromConfig(configured);
}

function mapped(body: string, settings?: object) {
  const events = source(settings).map(delivery(body, SECRET));
  expect(events).toHaveLength(1);
  return events[0];
}

function statementsOf<K extends 'alert' | 'incident'>(
  kind: K,
  body: string,
  settings?: object,
) {
  return mapped(body, settings).statements.filter(
    (statement): statement is Statement<K> => statement.kind === kind,
  );
}

/** The fact that all the actions together tell of. */
function fold<K extends 'alert' | 'incident'>(
  kind: K,
  bodies: string[],
  settings?: object,
) {
  return foldFact(
    kind,
    bodies.flatMap(body =>
      statementsOf(kind, body, settings).map(statement => ({
        statement,
        eventKey: mapped(body).eventId,
        position: 0,
      })),
    ),
  );
}

describe('an alert', () => {
  it('is told by its creation', () => {
    const event = mapped(actionBody('Create'));
    expect(event).toMatchObject({
      eventSource: 'https://app.opsgenie.com',
      eventId: `${ALERT} Create ${nanoseconds(
        START,
      )} 37c8f316-17c6-49d7-899b-9c7e540c048d`,
      type: 'com.opsgenie.Create',
      subject: ALERT,
      occurredAt: START,
      entityRef: undefined,
    });
    expect(event.statements).toEqual([
      {
        kind: 'alert',
        key: ALERT,
        rank: 1,
        occurredAt: START,
        fields: {
          alertKey: 'refunds-fail',
          name: 'Refunds fail',
          severity: 'critical',
          startedAt: START,
        },
      },
    ]);
  });

  it('trap: updatedAt is in nanoseconds that JavaScript cannot hold', () => {
    const body = actionBody('Acknowledge', { at: 4 });
    expect(body).toContain(`"updatedAt":${nanoseconds(START + 4 * MINUTE)},`);
    expect(statementsOf('alert', body)[0].fields.acknowledgedAt).toBe(
      START + 4 * MINUTE,
    );
  });

  it.each([
    ['nanoseconds as text', nanoseconds(START)],
    ['microseconds', START * 1000],
    ['milliseconds', START],
    ['RFC 3339', new Date(START).toISOString()],
  ])('may have its times in %s', (_, time) => {
    const body = actionBody('Close', {
      alert: { updatedAt: time, createdAt: time },
    });
    expect(statementsOf('alert', body)[0].fields).toMatchObject({
      startedAt: START,
      resolvedAt: START,
    });
  });

  it('trap: an acknowledgement that is taken back is still the first', () => {
    const { fields } = fold('alert', [
      actionBody('Create'),
      actionBody('Acknowledge', { at: 4 }),
      actionBody('UnAcknowledge', { at: 20 }),
      actionBody('Acknowledge', { at: 30 }),
    ]);
    expect(fields.acknowledgedAt).toBe(START + 4 * MINUTE);
  });

  it.each(['Close', 'Delete'])('is resolved by %s', action => {
    const { fields, open } = fold('alert', [
      actionBody('Create'),
      actionBody(action, { at: 15 }),
      actionBody('AddNote', { at: 16 }),
    ]);
    expect(open).toBe(false);
    expect(fields.resolvedAt).toBe(START + 15 * MINUTE);
  });

  it.each([
    'AddNote',
    'AddTags',
    'AddTeam',
    'AssignOwnership',
    'Escalate',
    'EscalateNext',
    'Snooze',
    'TakeOwnership',
    'TestAction',
    'UnAcknowledge',
    'UpdatePriority',
  ])('is described and not moved by %s', action => {
    const [{ fields, occurredAt }] = statementsOf(
      'alert',
      actionBody(action, { at: 9 }),
    );
    expect(occurredAt).toBe(START + 9 * MINUTE);
    expect(Object.keys(fields)).toEqual([
      'alertKey',
      'name',
      'severity',
      'startedAt',
    ]);
  });

  it('is one, though it is created anew for every team that joins', () => {
    const { fields } = fold('alert', [
      actionBody('Create'),
      actionBody('Acknowledge', { at: 1 }),
      actionBody('Create', { at: 5 }),
    ]);
    expect(fields).toMatchObject({
      startedAt: START,
      acknowledgedAt: START + MINUTE,
    });
  });

  it.each([
    ['P1', 'critical'],
    ['P2', 'warning'],
    ['P3', 'warning'],
    ['P4', 'info'],
    ['P5', 'info'],
    // As older payloads have it.
    [3, 'warning'],
    ['2', 'warning'],
    ['P9', undefined],
    [null, undefined],
    [{ toString: 'P1' }, undefined],
  ])('of priority %j is %s', (priority, severity) => {
    const body = actionBody('Create', { alert: { priority } });
    expect(statementsOf('alert', body)[0].fields.severity).toBe(severity);
  });

  it('is as grave as the last action says, and as it is configured', () => {
    const story = [
      actionBody('Create', { alert: { priority: 'P3' } }),
      actionBody('UpdatePriority', { at: 3, alert: { priority: 'P1' } }),
    ];
    expect(fold('alert', [...story].reverse()).fields.severity).toBe(
      'critical',
    );
    const settings = { severities: { P3: 'critical' } };
    expect(statementsOf('alert', story[0], settings)[0].fields.severity).toBe(
      'critical',
    );
    expect(
      statementsOf('alert', actionBody('Create'), settings)[0].fields.severity,
    ).toBe('critical');
  });

  it('has a page where the address of the account is configured', () => {
    const url = 'https://acme.app.eu.opsgenie.com/';
    const event = mapped(actionBody('Create'), { url });
    expect(event.eventSource).toBe('https://acme.app.eu.opsgenie.com');
    expect(event.statements[0].fields).toMatchObject({
      url: `https://acme.app.eu.opsgenie.com/alert/detail/${ALERT}/details`,
    });
  });

  it('without an alias is known by its own id', () => {
    const body = actionBody('Create', { alert: { alias: '' } });
    expect(statementsOf('alert', body)[0].fields.alertKey).toBe(ALERT);
  });

  it('is the same whatever the order in which its actions arrive', () => {
    const story = [
      actionBody('Create', { alert: { priority: 'P3' } }),
      actionBody('Acknowledge', { at: 2, alert: { priority: 'P3' } }),
      actionBody('UpdatePriority', { at: 3 }),
      actionBody('UnAcknowledge', { at: 5 }),
      actionBody('Acknowledge', { at: 6 }),
      actionBody('Close', { at: 20 }),
    ];
    fc.assert(
      fc.property(
        fc.shuffledSubarray(story, { minLength: story.length }),
        fc.subarray(story),
        (order, again) => {
          expect(fold('alert', [...order, ...again]).fields).toEqual({
            alertKey: 'refunds-fail',
            name: 'Refunds fail',
            severity: 'critical',
            startedAt: START,
            acknowledgedAt: START + 2 * MINUTE,
            resolvedAt: START + 20 * MINUTE,
          });
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('an alert that is an incident', () => {
  const settings = { incidentPriorities: ['P1', 'P2'] };
  const regraded = (at: number, oldPriority: string, priority: string) =>
    actionBody('UpdatePriority', { at, alert: { oldPriority, priority } });

  it('is none unless it is configured', () => {
    expect(statementsOf('incident', actionBody('Create'))).toEqual([]);
    expect(
      statementsOf(
        'incident',
        actionBody('Create', { alert: { priority: 'P3' } }),
        settings,
      ),
    ).toEqual([]);
  });

  it('is told beside the alert', () => {
    const { statements } = mapped(actionBody('Create'), settings);
    expect(statements.map(({ kind }) => kind)).toEqual(['alert', 'incident']);
    expect(statements[1]).toEqual({
      kind: 'incident',
      key: ALERT,
      rank: 1,
      occurredAt: START,
      fields: {
        title: 'Refunds fail',
        severity: 'critical',
        detectedAt: START,
        detectedBy: 'monitoring',
        alertKey: 'refunds-fail',
      },
    });
  });

  it('is acknowledged and restored with it', () => {
    const { fields } = fold(
      'incident',
      [
        actionBody('Create', { alert: { priority: 'P2' } }),
        actionBody('Acknowledge', { at: 2, alert: { priority: 'P2' } }),
        actionBody('Close', { at: 30, alert: { priority: 'P2' } }),
      ],
      settings,
    );
    expect(fields).toEqual({
      title: 'Refunds fail',
      severity: 'major',
      detectedAt: START,
      detectedBy: 'monitoring',
      acknowledgedAt: START + 2 * MINUTE,
      restoredAt: START + 30 * MINUTE,
      alertKey: 'refunds-fail',
    });
  });

  it('ends when its alert is lowered, and goes on when it is raised', () => {
    const story = [actionBody('Create'), regraded(10, 'P1', 'P4')];
    expect(fold('incident', story, settings).fields).toMatchObject({
      severity: 'critical',
      restoredAt: START + 10 * MINUTE,
    });
    story.push(regraded(12, 'P4', 'P2'));
    expect(fold('incident', story, settings)).toMatchObject({ open: true });
    story.push(actionBody('Close', { at: 20, alert: { priority: 'P2' } }));
    expect(fold('incident', story, settings).fields).toMatchObject({
      severity: 'major',
      restoredAt: START + 20 * MINUTE,
    });
  });

  it('begins when its alert is raised, and was noticed when it fired', () => {
    const [incident] = statementsOf(
      'incident',
      regraded(10, 'P4', 'P1'),
      settings,
    );
    expect(incident.fields).toMatchObject({ detectedAt: START });
    expect(incident.fields).not.toHaveProperty('detectedBy');
  });

  it.each([
    ['Prometheus', undefined, 'monitoring'],
    ['ZabbixV2', undefined, 'monitoring'],
    ['API', undefined, undefined],
    ['web', undefined, undefined],
    ['Email', undefined, undefined],
    ['', undefined, undefined],
    ['API', ['api'], 'monitoring'],
    ['Prometheus', ['api'], undefined],
  ])(
    'created through %s, monitoring %j, was found by %s',
    (type, monitoring, by) => {
      const [incident] = statementsOf(
        'incident',
        actionBody('Create', { payload: { source: { name: 'web', type } } }),
        { ...settings, monitoring },
      );
      expect(incident.fields.detectedBy).toBe(by);
    },
  );
});

describe('names', () => {
  const valuesOf = (alert: Record<string, unknown>) =>
    mapped(actionBody('Create', { alert })).aliases.map(({ value }) => value);

  it('are the entity, the tags, the teams and the source, each once', () => {
    expect(mapped(actionBody('Create')).aliases).toEqual(
      [
        'refunds',
        'payments-api',
        'critical',
        'payments-team',
        'a6da4929',
        'Prometheus',
      ].map(value => ({ scheme: 'opsgenie', value })),
    );
  });

  it('are never those of people, and never too long to keep', () => {
    expect(
      valuesOf({
        entity: 'x'.repeat(513),
        tags: ['ok', 'y\0', '\ud800', 3, null],
        team: null,
        teams: null,
        responders: null,
        source: 'ada@example.com',
      }),
    ).toEqual(['ok']);
  });

  it.each([
    [{ details: { entityref: 'Component:Payments' } }],
    [{ details: { 'devops-scorecards.io/entity-ref': 'component:payments' } }],
    [{ tags: ['entityref:component:default/payments'] }],
    [{ tags: ['x', 'entityref=component:default/payments'] }],
  ])('may be the entity itself: %j', alert => {
    expect(mapped(actionBody('Create', { alert })).entityRef).toBe(
      'component:default/payments',
    );
  });

  it.each(['payments', 'a:b/c/d', '', 7])(
    'fall back from an entity that is none: %j',
    entityref => {
      const event = mapped(
        actionBody('Create', { alert: { details: { entityref } } }),
      );
      expect(event.entityRef).toBeUndefined();
      expect(event.aliases).not.toEqual([]);
    },
  );
});

describe('identity', () => {
  it('is the alert, the action, the moment and the integration', () => {
    const ids = [
      actionBody('Create'),
      actionBody('Acknowledge'),
      actionBody('Acknowledge', { at: 1 }),
      actionBody('Acknowledge', { at: 1, payload: { integrationId: 'b' } }),
      actionBody('Acknowledge', { alert: { alertId: 'another' } }),
    ].map(body => mapped(body).eventId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('tells moments apart that differ by a nanosecond', () => {
    const body = actionBody('AddTags');
    const later = body.replace('002246,', '002247,');
    expect(JSON.parse(later)).toEqual(JSON.parse(body));
    expect(mapped(later).eventId).not.toBe(mapped(body).eventId);
  });

  it('and contents are the same for a body that says the same', () => {
    const first = mapped(actionBody('Create'));
    const again = mapped(
      actionBody('Create', { payload: { alertFlowContext: { id: 2 } } }),
    );
    expect([again.eventId, again.contents]).toEqual([
      first.eventId,
      first.contents,
    ]);
    const other = mapped(actionBody('Create', { alert: { message: 'Else' } }));
    expect(other.contents).not.toBe(first.contents);
  });

  it('is the body where the moment is not said, as if it were now', () => {
    const body = actionBody('Acknowledge', { alert: { updatedAt: 0 } });
    const event = mapped(body);
    expect(event.eventId).toBe(createHash('sha256').update(body).digest('hex'));
    expect(event.occurredAt).toBe(START + 24 * 60 * MINUTE);
  });
});

describe('a delivery', () => {
  it.each([
    ['a header', { 'x-webhook-token': SECRET }],
    [
      'a bearer token',
      { authorization: `Bearer ${SECRET.replace(/ /g, '-')}` },
    ],
    [
      'the password',
      {
        authorization: `Basic ${Buffer.from(`o:${SECRET}`).toString('base64')}`,
      },
    ],
  ])('is proven by the secret in %s', (_, headers) => {
    const opsgenie = source({
      webhookSecret: [SECRET, SECRET.replace(/ /g, '-')],
    });
    const request = { ...delivery(actionBody('Create'), ''), headers };
    expect(() => opsgenie.verify(request)).not.toThrow();
    expect(() => source({ webhookSecret: 'other' }).verify(request)).toThrow(
      'The secret of the delivery is wrong',
    );
  });

  it('without an alert is stored without a fact', () => {
    const event = mapped('{"action":"Test","integrationId":"a"}');
    expect(event).toMatchObject({
      type: 'com.opsgenie.Test',
      aliases: [],
      statements: [],
    });
  });

  it('keeps nothing of people and texts in the envelope', () => {
    const { envelope } = mapped(actionBody('AddNote'));
    expect(envelope).toEqual({
      action: 'AddNote',
      integration: '37c8f316-17c6-49d7-899b-9c7e540c048d',
      via: 'web',
      alert: ALERT,
      priority: 'P1',
    });
  });

  it.each([
    ['action', '{}'],
    ['alert.alertId', '{"action":"Create","alert":{}}'],
    ['alert.updatedAt', actionBody('Close', { alert: { updatedAt: 'soon' } })],
    ['alert.createdAt', actionBody('Close', { alert: { createdAt: -1 } })],
    ['alert.createdAt', actionBody('Close', { alert: { createdAt: [] } })],
    [
      'alert.createdAt',
      actionBody('Close', { alert: { createdAt: { toString: 0 } } }),
    ],
  ])('that is none of Opsgenie says what is wrong: %s', (member, body) => {
    expect(() => source().map(delivery(body, SECRET))).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(`no webhook of Opsgenie: ${member}`),
      }),
    );
  });

  it('in no UTF-8 is refused', () => {
    const request = delivery(actionBody('Create'), SECRET);
    const rawBody = Buffer.concat([
      request.rawBody.subarray(0, -1),
      Buffer.from(',"x":"\xff"}', 'latin1'),
    ]);
    expect(() => source().map({ ...request, rawBody })).toThrow(
      'not JSON in UTF-8',
    );
  });

  it('keeps Chinese and other letters as they are', () => {
    const body = actionBody('Create', { alert: { message: '退款失败 ✗ 🚨' } });
    expect(statementsOf('alert', body)[0].fields.name).toBe('退款失败 ✗ 🚨');
  });

  it('never throws anything but an InputError', () => {
    const outcomeOf = (payload: unknown) => {
      try {
        source({ incidentPriorities: ['P1'] }).map(
          delivery(JSON.stringify(payload), SECRET),
        );
        return 'mapped';
      } catch (error) {
        return (error as Error).name;
      }
    };
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
        for (const payload of [
          one,
          { action: one },
          { action: 'Create', alert: one, source: other },
          JSON.parse(
            actionBody('Create', {
              alert: { tags: one, details: other, priority: one, teams: other },
            }),
          ),
        ]) {
          expect(['mapped', 'InputError']).toContain(outcomeOf(payload));
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('settings', () => {
  it.each([
    ['url', 'acme'],
    ['url', 'ftp://acme'],
    ['severities', { P1: 'grave' }],
    ['severities', { P6: 'info' }],
    ['incidentPriorities', 'P1'],
    ['incidentPriorities', ['high']],
    ['monitoring', 'Prometheus'],
    ['monitoring', ['']],
    ['escalations', 'yes'],
  ])('that cannot be read are named: %s %j', (name, value) => {
    expect(() => source({ [name]: value })).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(
          `maturity.sources.opsgenie.${name} cannot be read`,
        ),
      }),
    );
  });
});
