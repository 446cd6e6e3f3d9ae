import type { Fact } from '@devops-scorecards/plugin-maturity-common';
import fc from 'fast-check';
import { isTrunkRun } from './build/trunkRuns';
import { executionsIn } from './executionsIn';
import { executionState } from './executionState';
import { isProductionDeployment } from './productionDeployments';

const time = fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined });
const outcome = fc.constantFrom(
  'success',
  'failure',
  'cancelled',
  'skipped',
  undefined,
);
const execution = fc.record({
  kind: fc.constantFrom('run', 'deployment', 'change'),
  key: fc.string(),
  fields: fc.record({
    trunk: fc.constantFrom(true, true, false),
    tier: fc.constantFrom('production', 'staging'),
    queuedAt: time,
    startedAt: time,
    finishedAt: time,
    outcome,
  }),
}) as unknown as fc.Arbitrary<Fact>;

describe('executionsIn', () => {
  it('leaves out only what is outside, each once, for any window', () => {
    fc.assert(
      fc.property(
        fc.array(execution, { maxLength: 30 }),
        fc.array(fc.tuple(fc.nat(22), fc.nat(22)), { minLength: 1 }),
        (facts, windows) => {
          for (const isWanted of [isTrunkRun, isProductionDeployment]) {
            for (const [from, to] of windows) {
              const window = { from, to };
              const found = executionsIn(facts, isWanted as any, window);
              const inside = facts.filter(
                fact =>
                  isWanted(fact) &&
                  executionState(fact.fields, window) !== 'outside',
              );
              expect(new Set(found).size).toBe(found.length);
              expect(
                found.filter(
                  ({ fields }) => executionState(fields, window) !== 'outside',
                ),
              ).toHaveLength(inside.length);
              expect(inside.every(fact => found.includes(fact as any))).toBe(
                true,
              );
            }
          }
        },
      ),
    );
  });
});
