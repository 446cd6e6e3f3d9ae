import type {
  Decision,
  DecisionState,
} from '@devops-scorecards/plugin-maturity-common';
import fc from 'fast-check';
import { attestation, correction } from '../__testUtils__/decisions';
import { takeStep, type StepName } from './takeStep';

const AUTHOR = 'user:default/lin';
const REVIEWER = 'user:default/zhao';
const OTHER = 'user:default/wang';

function step(
  decision: Decision,
  name: StepName,
  actor: string,
  options: { mayReview?: boolean; at?: number } = {},
): string | undefined {
  const { mayReview = true, at = 1_500 } = options;
  try {
    return takeStep(decision, { step: name, actor, mayReview, at }) ?? 'again';
  } catch (error) {
    return (error as Error).name;
  }
}

describe('takeStep', () => {
  const proposed = attestation({ state: 'proposed' });
  const approved = attestation();

  it.each<[StepName, string, boolean, string]>([
    ['approve', REVIEWER, true, 'approved'],
    ['reject', REVIEWER, true, 'rejected'],
    ['withdraw', AUTHOR, false, 'withdrawn'],
    ['approve', AUTHOR, true, 'NotAllowedError'],
    ['reject', AUTHOR, true, 'NotAllowedError'],
    ['withdraw', REVIEWER, true, 'NotAllowedError'],
    ['approve', REVIEWER, false, 'NotAllowedError'],
    ['reject', REVIEWER, false, 'NotAllowedError'],
  ])('%s of a proposal by %s (review: %p): %s', (name, actor, may, result) => {
    expect(step(proposed, name, actor, { mayReview: may })).toBe(result);
  });

  it.each<[StepName, string, boolean, string]>([
    ['approve', REVIEWER, true, 'again'],
    ['approve', OTHER, true, 'ConflictError'],
    ['approve', AUTHOR, true, 'NotAllowedError'],
    ['reject', REVIEWER, true, 'ConflictError'],
    ['withdraw', AUTHOR, false, 'withdrawn'],
    ['withdraw', REVIEWER, true, 'withdrawn'],
    ['withdraw', OTHER, false, 'NotAllowedError'],
  ])(
    '%s of an approved attestation by %s (review: %p): %s',
    (name, actor, may, result) => {
      expect(step(approved, name, actor, { mayReview: may })).toBe(result);
    },
  );

  it.each(['rejected', 'withdrawn'] as DecisionState[])(
    'never leaves %s',
    state => {
      const decision = attestation({ state });
      for (const name of ['approve', 'reject', 'withdraw'] as const) {
        expect(step(decision, name, OTHER)).toBe('ConflictError');
      }
    },
  );

  it('does not approve what has expired', () => {
    expect(step(proposed, 'approve', REVIEWER, { at: 1_999 })).toBe('approved');
    expect(step(proposed, 'approve', REVIEWER, { at: 2_000 })).toBe(
      'ConflictError',
    );
    expect(step(proposed, 'reject', REVIEWER, { at: 2_000 })).toBe('rejected');
  });

  it('does not withdraw a correction that counts', () => {
    expect(step(correction('approved'), 'withdraw', AUTHOR)).toBe(
      'ConflictError',
    );
    expect(step(correction('proposed'), 'withdraw', AUTHOR)).toBe('withdrawn');
  });

  it('does not let the author approve what counted at once', () => {
    const own = correction('approved', {
      steps: [{ seq: 1, state: 'approved', actor: AUTHOR, at: 1_000 }],
    });
    expect(step(own, 'approve', AUTHOR)).toBe('NotAllowedError');
  });

  it('never has a decision approved or rejected by its author', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<DecisionState>(
          'proposed',
          'approved',
          'rejected',
          'withdrawn',
        ),
        fc.boolean(),
        fc.array(
          fc.record({
            name: fc.constantFrom<StepName>('approve', 'reject', 'withdraw'),
            actor: fc.constantFrom(AUTHOR, REVIEWER, OTHER),
            mayReview: fc.boolean(),
            at: fc.integer({ min: 900, max: 2_100 }),
          }),
        ),
        (state, isCorrection, requests) => {
          let decision = isCorrection
            ? correction(state)
            : attestation({ state });
          for (const { name, actor, ...rest } of requests) {
            const result = step(decision, name, actor, rest);
            const isReviewed = result === 'approved' || result === 'rejected';
            const isForeign = actor !== AUTHOR && rest.mayReview;
            const isOpen = decision.state === 'proposed';
            expect(isReviewed && !(isForeign && isOpen)).toBe(false);
            if (!result?.endsWith('Error') && result !== 'again') {
              const to = result as DecisionState;
              decision = {
                ...decision,
                state: to,
                steps: [
                  ...decision.steps,
                  { seq: 9, state: to, actor, at: rest.at },
                ],
              };
            }
          }
        },
      ),
    );
  });
});
