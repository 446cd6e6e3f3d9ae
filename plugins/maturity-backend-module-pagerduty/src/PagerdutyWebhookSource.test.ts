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
  AGENTS,
  delivery,
  incidentEvent,
  minute,
  priority,
  START,
} from './__testUtils__/deliveries';
import { genuineSamples } from './__testUtils__/genuineSamples';
import { PagerdutyWebhookSource } from './PagerdutyWebhookSource';

const SECRET = 'the secret of the subscription';
const MINUTE = 60_000;

function source(settings: object = {}) {
  const pagerduty = { webhookSecret: SECRET, ...settings };
  const [configured] = configuredSources(
    new ConfigReader({ maturity: { sources: { pagerduty } } }),
    'pagerduty',
  );
  return PagerdutyWebhookSource.fromConfig(configured);
}

function mapped(payload: object, settings?: object) {
  const events = source(settings).map(delivery(JSON.stringify(payload)));
  expect(events).toHaveLength(1);
  return events[0];
}

function statement(payload: object, settings?: object) {
  const { statements } = mapped(payload, settings);
  expect(statements).toHaveLength(1);
  return statements[0] as Statement<'incident'>;
}

/** What becomes of a payload: it is mapped, or the name of the error. */
function outcomeOf(payload: unknown): string {
  try {
    source().map(delivery(JSON.stringify(payload)));
    return 'mapped';
  } catch (error) {
    return (error as Error).name;
  }
}

/** The incident that all the events together tell of. */
function fold(payloads: object[], settings?: object) {
  return foldFact(
    'incident',
    payloads.map(payload => ({
      statement: statement(payload, settings),
      eventKey: mapped(payload).eventId,
      position: 0,
    })),
  );
}

describe('genuine payloads', () => {
  const samples = genuineSamples();

  it.each([
    ...samples,
    { name: 'built', body: JSON.stringify(incidentEvent('triggered')) },
  ])('are taken as they are: $name', ({ body }) => {
    const request = delivery(body, 'the next secret', SECRET);
    expect(() => source().verify(request)).not.toThrow();
    const [event] = source().map(request);
    expect(event.eventId).toBe(JSON.parse(body).event.id);
    expect(event.eventSource).toBe('https://acme.pagerduty.com');
    expect(event.aliases).toEqual([
      { scheme: 'pagerduty-service', value: 'PF9KMXH' },
    ]);
    for (const { fields } of event.statements) {
      expect(Object.values(fields)).not.toContain(undefined);
    }
    const changed = { ...request, rawBody: Buffer.from(`${body} `) };
    expect(() => source().verify(changed)).toThrow('does not match');
  });

  it('tell what a genuine incident says', () => {
    // Where the genuine one is not at hand, one that says the same.
    const body =
      samples.find(({ name }) => name.includes('priority_updated'))?.body ??
      JSON.stringify(
        incidentEvent('priority_updated', {
          event: { occurred_at: '2020-10-02T18:45:22.169Z' },
          incident: {
            title: 'A little bump in the road',
            created_at: '2020-04-09T15:16:27Z',
            priority: priority('P1'),
          },
        }),
      );
    expect(mapped(JSON.parse(body)).statements).toEqual([
      {
        kind: 'incident',
        key: 'PGR0VU2',
        rank: 1,
        occurredAt: Date.parse('2020-10-02T18:45:22.169Z'),
        fields: {
          title: 'A little bump in the road',
          severity: 'critical',
          detectedAt: Date.parse('2020-04-09T15:16:27Z'),
          alertKey: 'd3640fbd41094207a1c11e58e46b1662',
          url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
        },
      },
    ]);
  });
});

describe('an incident', () => {
  it('is told by its trigger', () => {
    const event = mapped(
      incidentEvent('triggered', { event: { agent: AGENTS.integration } }),
    );
    expect(event).toMatchObject({
      eventSource: 'https://acme.pagerduty.com',
      eventId: '01-triggered-0',
      type: 'com.pagerduty.incident.triggered',
      subject: 'incident/PGR0VU2',
      occurredAt: START,
    });
    expect(event.statements).toEqual([
      {
        kind: 'incident',
        key: 'PGR0VU2',
        rank: 1,
        occurredAt: START,
        fields: {
          title: 'Refunds fail',
          detectedAt: START,
          detectedBy: 'monitoring',
          alertKey: 'd3640fbd41094207a1c11e58e46b1662',
          url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
        },
      },
    ]);
  });

  it('trap: a trigger without created_at counts from when it occurred', () => {
    const trigger = incidentEvent('triggered', {
      incident: { created_at: undefined },
    });
    expect(statement(trigger).fields.detectedAt).toBe(START);
    const acknowledged = incidentEvent('acknowledged', {
      at: 3,
      incident: { created_at: null },
    });
    expect(statement(acknowledged).fields).not.toHaveProperty('detectedAt');
  });

  it('trap: a reopened one has the status triggered and is not restored', () => {
    const { fields, open } = fold([
      incidentEvent('triggered'),
      incidentEvent('resolved', { at: 30, incident: { status: 'resolved' } }),
      incidentEvent('reopened', {
        at: 40,
        incident: { status: 'triggered', reopened_at: minute(40) },
      }),
    ]);
    expect(open).toBe(true);
    expect(fields).not.toHaveProperty('restoredAt');
    expect(fields.detectedAt).toBe(START);
  });

  it('trap: an acknowledgement that is taken back is still the first', () => {
    const { fields } = fold([
      incidentEvent('triggered'),
      incidentEvent('acknowledged', { at: 4 }),
      incidentEvent('unacknowledged', { at: 34, event: { agent: null } }),
      incidentEvent('acknowledged', { at: 50 }),
    ]);
    expect(fields.acknowledgedAt).toBe(START + 4 * MINUTE);
  });

  it.each([
    ['as an object', { type: 'merge_resolve_reason', incident: { id: 'PT' } }],
    ['as a word', 'merged'],
  ])('trap: a merged one counts nowhere, %s', (_, reason) => {
    const story = [
      incidentEvent('triggered'),
      incidentEvent('acknowledged', { at: 4 }),
      incidentEvent('resolved', {
        at: 10,
        incident: { status: 'resolved', resolve_reason: reason },
      }),
    ];
    expect(fold(story)).toMatchObject({
      fields: { scheduled: true, restoredAt: START + 10 * MINUTE },
      open: false,
    });
    const reopened = incidentEvent('reopened', { at: 20 });
    const { fields } = fold([...story, reopened]);
    expect(fields).not.toHaveProperty('scheduled');
    expect(fields).not.toHaveProperty('restoredAt');
  });

  it('keeps where a merged one went, for searching', () => {
    const event = incidentEvent('resolved', {
      incident: {
        resolve_reason: {
          type: 'merge_resolve_reason',
          incident: { id: 'PTARGET', type: 'incident_reference' },
        },
      },
    });
    expect(mapped(event).envelope).toMatchObject({ mergedInto: 'PTARGET' });
    expect(statement(incidentEvent('resolved')).fields).not.toHaveProperty(
      'scheduled',
    );
  });

  it('trap: the agent may be null, and then nobody detected it', () => {
    const event = incidentEvent('triggered', { event: { agent: null } });
    expect(statement(event).fields).not.toHaveProperty('detectedBy');
    expect(mapped(event).envelope.agent).toBeUndefined();
  });

  it.each([
    ['inbound_integration_reference', 'monitoring'],
    ['generic_events_api_inbound_integration_reference', 'monitoring'],
    ['service_reference', 'monitoring'],
    ['generic_email_inbound_integration_reference', undefined],
    ['user_reference', undefined],
    ['workflow_reference', undefined],
    ['', undefined],
  ])('triggered by an agent of type "%s" was detected by %s', (type, by) => {
    const event = { agent: { ...AGENTS.integration, type } };
    const { fields } = statement(incidentEvent('triggered', { event }));
    expect(fields.detectedBy).toBe(by);
    // Whoever acknowledges or resolves it did not detect it.
    for (const later of ['acknowledged', 'resolved', 'escalated']) {
      const { fields: others } = statement(incidentEvent(later, { event }));
      expect(others).not.toHaveProperty('detectedBy');
    }
  });

  it.each([
    'escalated',
    'reassigned',
    'delegated',
    'service_updated',
    'title_updated',
    'something_new',
  ])('is described and not moved by %s', type => {
    const { fields, clears } = statement(incidentEvent(type, { at: 9 }));
    expect(clears).toBeUndefined();
    expect(Object.keys(fields)).toEqual([
      'title',
      'detectedAt',
      'alertKey',
      'url',
    ]);
  });

  it('has no alert key and no page where PagerDuty has none', () => {
    const { fields } = statement(
      incidentEvent('triggered', {
        incident: { incident_key: null, html_url: null, title: '' },
      }),
    );
    expect(Object.keys(fields)).toEqual(['detectedAt']);
  });

  it('is the same whatever the order in which its events arrive', () => {
    const story = [
      incidentEvent('triggered', { event: { agent: AGENTS.integration } }),
      incidentEvent('acknowledged', { at: 2 }),
      incidentEvent('priority_updated', {
        at: 3,
        incident: { priority: priority('P1') },
      }),
      incidentEvent('unacknowledged', { at: 32 }),
      incidentEvent('resolved', { at: 40 }),
      incidentEvent('reopened', { at: 45 }),
      incidentEvent('acknowledged', { at: 46 }),
      incidentEvent('resolved', { at: 60 }),
    ];
    const expected: IncidentFields = {
      title: 'Refunds fail',
      severity: 'critical',
      detectedAt: START,
      detectedBy: 'monitoring',
      acknowledgedAt: START + 2 * MINUTE,
      restoredAt: START + 60 * MINUTE,
      alertKey: 'd3640fbd41094207a1c11e58e46b1662',
      url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
    };
    fc.assert(
      fc.property(
        fc.shuffledSubarray(story, { minLength: story.length }),
        fc.subarray(story),
        (order, again) => {
          expect(fold([...order, ...again]).fields).toEqual(expected);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('how grave it is', () => {
  const graded = (summary: string | undefined, urgency = 'high') =>
    incidentEvent('triggered', {
      incident: { priority: summary ? priority(summary) : null, urgency },
    });

  it.each([
    ['P1', 'critical'],
    ['p2', 'major'],
    ['P3', 'minor'],
    ['P4', 'minor'],
    ['P5', 'minor'],
    ['SEV-1', 'critical'],
    ['SEV-2', 'major'],
    ['Severe', undefined],
    [undefined, undefined],
  ])('by default: priority %s is %s', (summary, severity) => {
    expect(statement(graded(summary)).fields.severity).toBe(severity);
  });

  it('is what the configuration says, the priority before the urgency', () => {
    const severities = {
      一级: 'critical',
      'Sev 2': 'major',
      high: 'major',
      low: 'minor',
    };
    const of = (...names: Parameters<typeof graded>) =>
      statement(graded(...names), { severities }).fields.severity;
    expect(of('一级', 'low')).toBe('critical');
    expect(of('SEV 2')).toBe('major');
    expect(of(undefined, 'low')).toBe('minor');
    expect(of('P1', 'high')).toBe('major');
  });

  it('is taken back with the priority', () => {
    const story = [
      graded('P1'),
      incidentEvent('priority_updated', { at: 5 }),
      incidentEvent('acknowledged', { at: 6 }),
    ];
    expect(fold(story).fields).not.toHaveProperty('severity');
    expect(
      fold([
        ...story,
        incidentEvent('priority_updated', {
          at: 7,
          incident: { priority: priority('P3') },
        }),
      ]).fields.severity,
    ).toBe('minor');
  });

  it.each([
    [{ P1: 'grave' }, 'maturity.sources.pagerduty.severities.P1'],
    [['P1'], 'maturity.sources.pagerduty.severities'],
    ['P1', 'maturity.sources.pagerduty.severities'],
  ])('names a setting that cannot be read: %j', (severities, key) => {
    expect(() => source({ severities })).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(`${key} cannot be read`),
      }),
    );
  });
});

describe('other events', () => {
  // Built from the field list of
  // https://developer.pagerduty.com/docs/webhooks-overview
  const note = {
    event: {
      id: '01-note',
      event_type: 'incident.annotated',
      resource_type: 'incident',
      occurred_at: minute(1),
      agent: AGENTS.person,
      client: null,
      data: {
        incident: {
          html_url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
          id: 'PGR0VU2',
          type: 'incident_reference',
        },
        id: 'P2LA89X',
        content: 'Ada will look at it',
        trimmed: false,
        type: 'incident_note',
      },
    },
  };
  const ping = {
    event: {
      id: '01-ping',
      event_type: 'pagey.ping',
      resource_type: 'pagey',
      occurred_at: minute(1),
      agent: { id: 'PVE0ZR9', type: 'user_reference' },
      client: null,
      data: { message: 'Hello from your friend Pagey!', type: 'ping' },
    },
  };

  it('are stored without a fact: a note', () => {
    expect(mapped(note)).toMatchObject({
      eventSource: 'https://acme.pagerduty.com',
      subject: 'incident_note/P2LA89X',
      aliases: [],
      statements: [],
      envelope: { event: 'incident.annotated', incident: 'PGR0VU2' },
    });
  });

  it('are stored without a fact: a ping, and what is not known', () => {
    expect(mapped(ping)).toMatchObject({
      eventSource: 'https://www.pagerduty.com',
      type: 'com.pagerduty.pagey.ping',
      aliases: [],
      statements: [],
    });
    for (const data of [null, undefined, { type: 'incident_reference' }]) {
      const { event } = incidentEvent('workflow.started');
      expect(mapped({ event: { ...event, data } }).statements).toEqual([]);
    }
  });

  it('keep nothing of people and texts in the envelope', () => {
    for (const payload of [
      note,
      ping,
      incidentEvent('acknowledged'),
      incidentEvent('triggered'),
    ]) {
      const kept = JSON.stringify(mapped(payload).envelope);
      expect(kept).not.toMatch(/Ada|Refunds|PTUXL6G|Pagey/);
    }
  });
});

describe('identity', () => {
  it('is the same in other bytes, and says the same', () => {
    const payload = incidentEvent('triggered');
    const first = mapped(payload);
    const reversed = {
      event: Object.fromEntries(Object.entries(payload.event).reverse()),
    };
    expect(JSON.stringify(reversed)).not.toBe(JSON.stringify(payload));
    const second = mapped(reversed);
    expect(second.eventId).toBe(first.eventId);
    expect(second.contents).toBe(first.contents);
    const other = mapped(
      incidentEvent('triggered', { incident: { title: 'Another' } }),
    );
    expect(other.contents).not.toBe(first.contents);
  });
});

describe('what is no webhook of PagerDuty', () => {
  it.each([
    ['event', {}],
    ['event', { messages: [] }],
    ['event.occurred_at', { event: { id: 'a', event_type: 'b' } }],
    ['event.id', { event: { event_type: 'b', occurred_at: minute(0) } }],
    ['title', incidentEvent('triggered', { incident: { title: 3 } })],
    [
      'created_at',
      incidentEvent('triggered', { incident: { created_at: 'yesterday' } }),
    ],
  ])('is refused with what is wrong: %s', (member, payload) => {
    expect(() => source().map(delivery(JSON.stringify(payload)))).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(
          `no V3 webhook of PagerDuty: ${member}`,
        ),
      }),
    );
  });

  it('never throws anything but an InputError', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (data, agent) => {
        const payloads = [
          data,
          { event: data },
          incidentEvent('triggered', { event: { agent } }),
          incidentEvent('triggered', {
            incident: { service: data, priority: agent, resolve_reason: data },
          }),
        ];
        for (const payload of payloads) {
          expect(['mapped', 'InputError']).toContain(outcomeOf(payload));
        }
      }),
      { numRuns: 100 },
    );
  });
});
