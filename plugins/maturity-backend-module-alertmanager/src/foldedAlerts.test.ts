import type { AlertFields } from '@devops-scorecards/plugin-maturity-common';
import type { SourceEvent } from '@devops-scorecards/plugin-maturity-node';
// How facts are folded is no business of other packages but of this test.
// eslint-disable-next-line @backstage/no-forbidden-package-imports, @backstage/no-mixed-plugin-imports
import { foldFact } from '@devops-scorecards/plugin-maturity-backend/src/facts/domain/foldFact';
import fc from 'fast-check';
import { mapNotification } from './domain/mapNotification';
import {
  alertBody,
  notification,
  RECEIVED_AT,
  resolvedBody,
} from './__testUtils__/notifications';

const MINUTE = 60_000;

/** An alert in a notification, and when that arrived. */
interface Heard {
  resolved: boolean;
  /** Minutes after the receive time of the first; absent: the year 1. */
  end?: number;
  arrival: number;
}

function eventOf({ resolved, end, arrival }: Heard): SourceEvent {
  const endsAt =
    end === undefined
      ? '0001-01-01T00:00:00Z'
      : new Date(RECEIVED_AT + end * MINUTE).toISOString();
  return mapNotification(
    notification([resolved ? resolvedBody({ endsAt }) : alertBody({ endsAt })]),
    {
      version: { expected: '4', otherwise: 'other' },
      dialect: { eventType: 'test', severities: new Map() },
      fallbackSource: '/test',
      receivedAt: RECEIVED_AT + arrival * MINUTE,
      hash: text => text,
    },
  )[0];
}

/** As the store does: of one identity the first counts. */
function fold(events: readonly SourceEvent[]): AlertFields {
  const stored = new Map<string, SourceEvent>();
  for (const event of events) {
    const known = stored.get(event.eventId);
    expect(known?.contents ?? event.contents).toBe(event.contents);
    if (!known) {
      stored.set(event.eventId, event);
    }
  }
  return foldFact(
    'alert',
    [...stored.values()].flatMap(({ eventId, statements }) =>
      statements.map((statement, position) => ({
        statement: statement as typeof statement & { kind: 'alert' },
        eventKey: eventId,
        position,
      })),
    ) as Parameters<typeof foldFact<'alert'>>[1],
  ).fields;
}

describe('the alert that notifications tell of', () => {
  const heard = fc.record<Heard>(
    {
      resolved: fc.boolean(),
      end: fc.integer({ min: 0, max: 5 }),
      arrival: fc.integer({ min: 0, max: 5 }),
    },
    { requiredKeys: ['resolved', 'arrival'] },
  );

  it('ends at the latest end that was said, in whatever order', () => {
    fc.assert(
      fc.property(
        fc.array(heard, { minLength: 1, maxLength: 8 }).chain(all =>
          fc.tuple(
            fc.constant(all),
            // Notifications that say no end are told apart by arrival alone,
            // so their order is theirs.
            fc.shuffledSubarray(
              all.filter(({ resolved, end }) => !resolved || end !== undefined),
              { minLength: 0 },
            ),
          ),
        ),
        ([all, again]) => {
          const fields = fold([...all, ...again].map(eventOf));
          const ends = all.flatMap(({ resolved, end }) =>
            resolved && end !== undefined ? [RECEIVED_AT + end * MINUTE] : [],
          );
          const arrivals = all.flatMap(({ resolved, end, arrival }) =>
            resolved && end === undefined
              ? [RECEIVED_AT + arrival * MINUTE]
              : [],
          );
          expect(fields.resolvedAt).toBe(
            ends.length > 0 ? Math.max(...ends) : arrivals[0],
          );
          expect(fields.startedAt).toBe(Date.parse('2026-11-20T07:00:00.123Z'));
          expect(
            fold([...again, ...[...all].reverse()].map(eventOf)).resolvedAt,
          ).toBe(
            ends.length > 0 ? Math.max(...ends) : arrivals[arrivals.length - 1],
          );
        },
      ),
      { numRuns: 200 },
    );
  });

  it('goes on where it timed out and fires under the same start', () => {
    const timedOut = eventOf({ resolved: true, end: 1, arrival: 1 });
    const still = eventOf({ resolved: false, arrival: 2 });
    const over = eventOf({ resolved: true, end: 4, arrival: 4 });
    for (const order of [
      [timedOut, still, over],
      [over, still, timedOut],
    ]) {
      expect(fold(order).resolvedAt).toBe(RECEIVED_AT + 4 * MINUTE);
    }
  });
});
