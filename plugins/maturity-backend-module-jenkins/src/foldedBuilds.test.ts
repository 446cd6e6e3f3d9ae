import type { RunFields } from '@devops-scorecards/plugin-maturity-common';
// How facts are folded is no business of other packages but of this test.
// eslint-disable-next-line @backstage/no-forbidden-package-imports, @backstage/no-mixed-plugin-imports
import { foldFact } from '@devops-scorecards/plugin-maturity-backend/src/facts/domain/foldFact';
import type { WebhookRequest } from '@devops-scorecards/plugin-maturity-node';
import fc from 'fast-check';
import {
  cloudEvent,
  FINISHED_AT,
  mapped,
  notification,
  STARTED_AT,
} from './__testUtils__/jenkinsEvents';

/** What the messages together tell of the run. */
function fold(requests: readonly WebhookRequest[]): RunFields {
  const events = requests.map(request => mapped(request));
  const keys = new Set(
    events.flatMap(({ statements }) => statements.map(({ key }) => key)),
  );
  expect(keys.size).toBe(1);
  return foldFact(
    'run',
    events.flatMap(({ eventId, statements }) =>
      statements.map((statement, position) => ({
        statement,
        eventKey: eventId,
        position,
      })),
    ) as Parameters<typeof foldFact<'run'>>[1],
  ).fields;
}

const ALL = ['QUEUED', 'STARTED', 'COMPLETED', 'FINALIZED'];

describe('the messages about one build', () => {
  it('tell the same in any order, doubled and from both plugins', () => {
    const messages = ALL.flatMap(phase => [
      notification(phase),
      cloudEvent(phase),
    ]);
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...messages, ...messages], {
          minLength: messages.length * 2,
        }),
        order => {
          expect(fold(order)).toMatchObject({
            queuedAt: STARTED_AT - 30_000,
            startedAt: STARTED_AT,
            finishedAt: FINISHED_AT,
            outcome: 'success',
          });
        },
      ),
      { numRuns: 50 },
    );
  });

  it('never end before they begin, whichever of them arrive', () => {
    fc.assert(
      fc.property(fc.subarray(ALL, { minLength: 1 }), phases => {
        const run = fold(phases.map(phase => notification(phase)));
        const ended =
          phases.includes('COMPLETED') || phases.includes('FINALIZED');
        expect(run.finishedAt !== undefined).toBe(ended);
        expect(run.outcome).toBe(ended ? 'success' : undefined);
        expect(run.startedAt ?? 0).toBeLessThanOrEqual(
          run.finishedAt ?? Infinity,
        );
      }),
      { numRuns: 30 },
    );
  });

  it('tell its end by FINALIZED where that is all that is sent', () => {
    expect(fold([cloudEvent('FINALIZED')])).toMatchObject({
      startedAt: STARTED_AT + 26,
      finishedAt: FINISHED_AT + 26,
      outcome: 'success',
    });
  });
});
