import fc from 'fast-check';
import { AS_OF, HOUR, input, TIME_ZONE } from './__testUtils__/facts';
import { histories } from './__testUtils__/histories';
import { builtInMetrics } from './builtInMetrics';
import { measureEntity } from './measureEntity';

describe('time', () => {
  const OF_SERVICE_TIME = [
    'availability',
    'error-budget',
    'burn-rate-1h',
    'burn-rate-6h',
    'burn-rate-3d',
  ];

  it('changes nothing between two midnights but what is open', () => {
    fc.assert(
      fc.property(
        histories,
        fc.integer({ min: 0, max: 10 * HOUR }),
        (facts, later) => {
          // 13:30 and at most 23:30 of the same day; nothing happens in between.
          const known = facts.filter(fact =>
            Object.values(fact.fields).every(
              value => typeof value !== 'number' || value < AS_OF,
            ),
          );
          const at = (asOf: number) =>
            Object.values(
              measureEntity({
                ...input({ facts: known, asOf, evidenceLimit: 0 }),
                window: { from: input().window.from, to: asOf },
                timeZone: TIME_ZONE,
                // Service time goes on, whatever happens in it.
                metrics: builtInMetrics.filter(
                  ({ definition }) => !OF_SERVICE_TIME.includes(definition.id),
                ),
              }),
            ).map(({ asOf: _, window: __, ...rest }) => rest);
          expect(at(AS_OF + later)).toEqual(at(AS_OF));
        },
      ),
    );
  });
});
