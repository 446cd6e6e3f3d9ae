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
  escalateBody,
  nanoseconds,
  START,
} from './__testUtils__/deliveries';
import { OpsgenieWebhookSource } from './OpsgenieWebhookSource';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function source(settings: object) {
  const [configured] = configuredSources(
    new ConfigReader({ maturity: { sources: { opsgenie: settings } } }),
    'opsgenie',
  );
  return OpsgenieWebhookSource.fromConfig(configured);
}

interface Arrival {
  body: string;
  receivedAt?: number;
}

/** What an action says, with the event that says it. */
function mapped({ body, receivedAt }: Arrival, escalations = true) {
  const [event] = source({ escalations, incidentPriorities: ['P1'] }).map(
    delivery(body, 'secret', receivedAt),
  );
  return event;
}

/** The alert that all the actions together tell of. */
function fold(arrivals: readonly Arrival[], escalations?: boolean) {
  return foldFact(
    'alert',
    arrivals.flatMap(arrival => {
      const { eventId, statements } = mapped(arrival, escalations);
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
    }),
  );
}

const escalatedBy = (...bodies: string[]) =>
  fold(bodies.map(body => ({ body }))).fields.escalated;

describe('an escalation', () => {
  it.each([
    ['a rule that waited', escalateBody()],
    ['a rule that waited, as text', escalateBody({ escalationTime: '10' })],
    [
      'the first rule, once the policy has begun anew',
      escalateBody({ escalationTime: 0, repeatCount: 1 }),
    ],
    [
      'a rule that says it in no count',
      escalateBody({ escalationTime: { toString: 0 }, repeatCount: [] }),
    ],
    [
      'a rule that does not say how long it waited',
      escalateBody({ escalationTime: undefined, repeatCount: undefined }),
    ],
    ['Escalate with all of the alert', actionBody('Escalate', { at: 5 })],
    ['EscalateNext', actionBody('EscalateNext', { at: 5 })],
  ])('is told by %s', (_, body) => {
    expect(escalatedBy(actionBody('Create'), body)).toBe(true);
    // The creation may have been lost.
    expect(escalatedBy(body)).toBe(true);
    expect(fold([{ body }], false).fields.escalated).toBe(true);
  });

  it.each([
    ['a first rule', { escalationTime: 0, repeatCount: 0 }],
    ['a first rule, as text', { escalationTime: '0', repeatCount: '0' }],
    ['a first rule that counts none', { escalationTime: 0, repeatCount: null }],
  ])('trap: is not told by %s, which calls at once', (_, members) => {
    const body = escalateBody(members);
    expect(escalatedBy(body)).toBeUndefined();
    expect(escalatedBy(actionBody('Create'), body)).toBe(false);
    expect(escalatedBy(actionBody('Create'), body, escalateBody())).toBe(true);
  });

  it.each([
    'Acknowledge',
    'UnAcknowledge',
    'AddNote',
    'AddRecipient',
    'AddTeam',
    'AssignOwnership',
    'Close',
    'Delete',
    'Snooze',
    'TakeOwnership',
    'TestAction',
    'UpdatePriority',
    'escalate',
  ])('is neither told nor denied by %s', action => {
    const body = actionBody(action, { at: 9 });
    expect(escalatedBy(body)).toBeUndefined();
    expect(escalatedBy(actionBody('Create'), body)).toBe(false);
    const escalated = actionBody('EscalateNext', { at: 5 });
    expect(escalatedBy(actionBody('Create'), escalated, body)).toBe(true);
  });

  it('is denied by nothing unless all of them are sent', () => {
    const create = { body: actionBody('Create') };
    expect(fold([create], false).fields).not.toHaveProperty('escalated');
    const [configured] = configuredSources(
      new ConfigReader({ maturity: { sources: { opsgenie: {} } } }),
      'opsgenie',
    );
    const [event] = OpsgenieWebhookSource.fromConfig(configured).map(
      delivery(create.body, 'secret'),
    );
    expect(event.statements).toHaveLength(1);
  });

  it.each([
    ['two seconds after the alert fired', 2000, false],
    ['before a rule can have waited', MINUTE - 1, false],
    ['when one may have', MINUTE, undefined],
    ['for a team that joins later', 12 * MINUTE, undefined],
    ['by a clock that is behind', -2000, false],
  ])('trap: by a creation %s: %s ms, %s', (_, ms, escalated) => {
    const updatedAt = nanoseconds(START + ms);
    expect(escalatedBy(actionBody('Create', { alert: { updatedAt } }))).toBe(
      escalated,
    );
  });

  it('trap: is not denied by a creation that says no time', () => {
    const createdAt = undefined;
    expect(
      escalatedBy(actionBody('Create', { alert: { createdAt } })),
    ).toBeUndefined();
    // Then it may be as old as its delivery, which is tried again for long.
    const body = actionBody('Create', { alert: { updatedAt: undefined } });
    const of = (receivedAt: number) =>
      fold([{ body, receivedAt }]).fields.escalated;
    expect(of(START + 2000)).toBe(false);
    expect(of(START + DAY)).toBeUndefined();
  });

  it('trap: names nobody and has no alias, and hides neither', () => {
    const event = mapped({ body: escalateBody() });
    expect(event.aliases).toEqual([]);
    // An alert whose priority is not said is no incident, and ends none.
    expect(event.statements.map(({ kind }) => kind)).toEqual([
      'alert',
      'alert',
    ]);
    const { fields } = fold([
      { body: actionBody('Create') },
      { body: escalateBody() },
    ]);
    expect(fields).toMatchObject({
      alertKey: 'refunds-fail',
      name: 'Refunds fail',
      startedAt: START,
    });
  });

  it('keeps nothing of whom it calls', () => {
    const { envelope } = mapped({ body: escalateBody() });
    expect(JSON.stringify(envelope)).not.toMatch(/ada/i);
  });

  it('stays, whatever the order in which actions arrive, how often and when', () => {
    const story = [
      actionBody('Create'),
      escalateBody({ escalationTime: 0 }),
      actionBody('AssignOwnership', { at: 2 }),
      escalateBody({ escalationTime: 5 }),
      actionBody('Create', { at: 5 }),
      actionBody('Acknowledge', { at: 6 }),
      actionBody('EscalateNext', { at: 8 }),
      escalateBody({ escalationTime: 0, repeatCount: 1 }),
      actionBody('UnAcknowledge', { at: 9 }),
      actionBody('Close', { at: 20 }),
    ];
    const escalations = new Set([story[3], story[6], story[7]]);
    const arrivals = fc.record({
      body: fc.constantFrom(...story),
      // Late, or by a clock of ours that is behind.
      receivedAt: fc.integer({ min: START - MINUTE, max: START + 2 * DAY }),
    });
    fc.assert(
      fc.property(fc.array(arrivals, { minLength: 1 }), arrived => {
        const { fields } = fold(arrived);
        const bodies = story.filter(body =>
          arrived.some(one => one.body === body),
        );
        expect(fields).toEqual(fold(bodies.map(body => ({ body }))).fields);
        const denied = bodies.includes(story[0]) ? false : undefined;
        expect(fields.escalated).toBe(
          bodies.some(body => escalations.has(body)) ? true : denied,
        );
      }),
      { numRuns: 200 },
    );
  });
});
