// How facts are folded is no business of other packages but of this test.
// eslint-disable-next-line @backstage/no-forbidden-package-imports, @backstage/no-mixed-plugin-imports
import { foldFact } from '@devops-scorecards/plugin-maturity-backend/src/facts/domain/foldFact';
import fc from 'fast-check';
import {
  CREATED_AT,
  FINISHED_AT,
  mapped,
  runEvent,
  STARTED_AT,
} from './__testUtils__/tektonEvents';

const STATES = ['queued', 'started', 'running', 'unknown', 'failed'];

describe('the events about one run', () => {
  it('tell the same out of order, and again after the controller was restarted', () => {
    const all = [
      ...STATES.map(state => ({ state, id: `first ${state}` })),
      // A restart sends events with new ids.
      ...STATES.map(state => ({ state, id: `again ${state}` })),
    ];
    fc.assert(
      fc.property(
        fc
          .shuffledSubarray(all, { minLength: 1 })
          .filter(some => some.some(({ state }) => state === 'failed')),
        some => {
          const { fields } = foldFact(
            'run',
            some.flatMap(({ state, id }) =>
              mapped(runEvent(state, {}, id)).statements.map(
                (statement, position) => ({
                  statement,
                  eventKey: id,
                  position,
                }),
              ),
            ) as Parameters<typeof foldFact<'run'>>[1],
          );
          expect(fields).toEqual({
            pipeline: 'payments-ci',
            queuedAt: CREATED_AT,
            startedAt: STARTED_AT,
            finishedAt: FINISHED_AT,
            outcome: 'failure',
          });
        },
      ),
      { numRuns: 50 },
    );
  });
});
