import { ConfigReader } from '@backstage/config';
import type { Statement } from '@devops-scorecards/plugin-maturity-common';
import { configuredSources } from '@devops-scorecards/plugin-maturity-node';
// Tests look at the fact that all events together tell.
// eslint-disable-next-line @backstage/no-forbidden-package-imports, @backstage/no-mixed-plugin-imports
import { foldFact } from '@devops-scorecards/plugin-maturity-backend/src/facts/domain/foldFact';
import fc from 'fast-check';
import {
  AGENTS,
  delivery,
  incidentEvent,
  priority,
  START,
} from './__testUtils__/deliveries';
import { genuineSamples } from './__testUtils__/genuineSamples';
import { PagerdutyWebhookSource } from './PagerdutyWebhookSource';

const MINUTE = 60_000;

function source(settings: object = { alerts: true }) {
  const [configured] = configuredSources(
    new ConfigReader({ maturity: { sources: { pagerduty: settings } } }),
    'pagerduty',
  );
  return PagerdutyWebhookSource.fromConfig(configured);
}

/** What events say of the alert, as it is folded. */
function saidBy(payloads: readonly object[], settings?: object) {
  return payloads.flatMap(payload => {
    const [{ eventId, statements }] = source(settings).map(
      delivery(JSON.stringify(payload)),
    );
    return statements.flatMap((statement, position) =>
      statement.kind === 'alert'
        ? [
            {
              statement: statement as Statement<'alert'>,
              eventKey: eventId,
              position,
            },
          ]
        : [],
    );
  });
}

const fold = (payloads: readonly object[]) =>
  foldFact('alert', saidBy(payloads));

describe('an incident that is an alert', () => {
  it('is none unless it is configured', () => {
    const story = [incidentEvent('triggered'), incidentEvent('escalated')];
    expect(saidBy(story, {})).toEqual([]);
    expect(saidBy(story, { alerts: false })).toEqual([]);
    expect(source({}).about.facts).toEqual(['incident']);
    expect(source().about.facts).toEqual(['incident', 'alert']);
  });

  it('is told by its trigger, beside the incident', () => {
    const [{ statements }] = source().map(
      delivery(JSON.stringify(incidentEvent('triggered'))),
    );
    const alert = { kind: 'alert', key: 'PGR0VU2', occurredAt: START };
    expect(statements).toEqual([
      expect.objectContaining({ kind: 'incident', key: 'PGR0VU2', rank: 1 }),
      {
        ...alert,
        rank: 1,
        fields: {
          alertKey: 'd3640fbd41094207a1c11e58e46b1662',
          name: 'Refunds fail',
          startedAt: START,
          url: 'https://acme.pagerduty.com/incidents/PGR0VU2',
        },
      },
      { ...alert, rank: 0, fields: { escalated: false } },
    ]);
  });

  it.each([
    ...genuineSamples(),
    { name: 'built', body: JSON.stringify(incidentEvent('escalated')) },
  ])('is read of genuine payloads: $name', ({ body }) => {
    const payload = JSON.parse(body);
    const { type } = payload.event.data;
    expect(saidBy([payload]).length > 0).toBe(type === 'incident');
  });

  it.each([
    ['P1', 'critical'],
    ['P2', 'warning'],
    ['P4', 'info'],
    ['Severe', undefined],
  ])('of priority %s is %s', (name, severity) => {
    const trigger = incidentEvent('triggered', {
      incident: { priority: priority(name) },
    });
    expect(fold([trigger]).fields.severity).toBe(severity);
    // It is taken back with the priority.
    const ungraded = incidentEvent('priority_updated', { at: 1 });
    expect(fold([trigger, ungraded]).fields).not.toHaveProperty('severity');
  });

  it('goes on when it is reopened, and was acknowledged before', () => {
    const story = [
      incidentEvent('triggered'),
      incidentEvent('acknowledged', { at: 3 }),
      incidentEvent('resolved', { at: 20 }),
    ];
    expect(fold(story)).toMatchObject({
      open: false,
      fields: { resolvedAt: START + 20 * MINUTE },
    });
    const reopened = fold([...story, incidentEvent('reopened', { at: 25 })]);
    expect(reopened.open).toBe(true);
    expect(reopened.fields).not.toHaveProperty('resolvedAt');
    expect(reopened.fields.acknowledgedAt).toBe(START + 3 * MINUTE);
  });

  it('trap: a merged one did call somebody', () => {
    const merged = incidentEvent('resolved', {
      at: 5,
      incident: { resolve_reason: { type: 'merge_resolve_reason' } },
    });
    expect(fold([incidentEvent('triggered'), merged]).fields).toMatchObject({
      escalated: false,
      resolvedAt: START + 5 * MINUTE,
    });
  });

  it.each(['yes', 1, ['incident']])('is not configured by %j', alerts => {
    expect(() => source({ alerts })).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringContaining(
          'maturity.sources.pagerduty.alerts cannot be read',
        ),
      }),
    );
  });
});

describe('an escalation', () => {
  const trigger = incidentEvent('triggered');

  it.each([
    ['when the time of a level runs out', { agent: null }],
    ['when the service does it', { agent: { type: 'service_reference' } }],
    ['when a person presses Escalate', { agent: AGENTS.person }],
  ])('is told by incident.escalated, %s', (_, event) => {
    const escalated = incidentEvent('escalated', { at: 5, event });
    expect(fold([trigger, escalated]).fields.escalated).toBe(true);
    // The trigger may have been lost.
    expect(fold([escalated]).fields.escalated).toBe(true);
  });

  it.each([
    'acknowledged',
    'unacknowledged',
    'reassigned',
    'delegated',
    'reopened',
    'resolved',
    'priority_updated',
    'service_updated',
    'something_new',
  ])('is neither told nor denied by incident.%s', type => {
    const event = incidentEvent(type, { at: 9 });
    expect(fold([event]).fields).not.toHaveProperty('escalated');
    expect(fold([trigger, event]).fields.escalated).toBe(false);
    const escalated = incidentEvent('escalated', { at: 5 });
    expect(fold([trigger, escalated, event]).fields.escalated).toBe(true);
  });

  it('stays, whatever the order in which events arrive, and how often', () => {
    const story = [
      trigger,
      incidentEvent('reassigned', { at: 2 }),
      incidentEvent('escalated', { at: 5, event: { agent: null } }),
      incidentEvent('acknowledged', { at: 6 }),
      incidentEvent('unacknowledged', { at: 36 }),
      incidentEvent('escalated', { at: 41, event: { agent: null } }),
      incidentEvent('resolved', { at: 50 }),
      incidentEvent('reopened', { at: 55 }),
      // The clock of whoever sent it may be wrong.
      incidentEvent('triggered', { at: 90 }),
    ];
    const isOf = (type: string) => (payload: (typeof story)[number]) =>
      payload.event.event_type === `incident.${type}`;
    fc.assert(
      fc.property(
        fc.shuffledSubarray(story, { minLength: 1 }),
        fc.subarray(story),
        (arrived, again) => {
          const { fields } = fold([...arrived, ...again]);
          const inOrder = story.filter(
            event => arrived.includes(event) || again.includes(event),
          );
          expect(fields).toEqual(fold(inOrder).fields);
          const denied = inOrder.some(isOf('triggered')) ? false : undefined;
          expect(fields.escalated).toBe(
            inOrder.some(isOf('escalated')) ? true : denied,
          );
        },
      ),
      { numRuns: 100 },
    );
  });
});
