import type {
  Decision,
  DecisionState,
} from '@devops-scorecards/plugin-maturity-common';
import fc from 'fast-check';
import { attestation, correction } from '../__testUtils__/decisions';
import { attestationOf } from './attestationOf';
import { decisionsInForce } from './decisionsInForce';
import { nextDecisionAt } from './nextDecisionAt';

const STATES: DecisionState[] = [
  'proposed',
  'approved',
  'rejected',
  'withdrawn',
];

const decisions = fc.array(
  fc
    .record({
      state: fc.constantFrom(...STATES),
      criterionId: fc.constantFrom('c1', 'c2', 'c3'),
      model: fc.constantFrom('m', 'other'),
      validFrom: fc.integer({ min: 0, max: 50 }),
      lasts: fc.integer({ min: 1, max: 50 }),
    })
    .map(({ state, criterionId, model, validFrom, lasts }) =>
      attestation({
        state,
        content: { kind: 'attest', model, criterionId },
        validFrom,
        validTo: validFrom + lasts,
      }),
    ),
  { maxLength: 8 },
);

describe('decisionsInForce', () => {
  const inForce = (all: Decision[], asOf: number) =>
    decisionsInForce(all, { model: 'm', asOf });

  it.each([
    [999, {}],
    [1_000, { c1: 'attested' }],
    [1_999, { c1: 'attested' }],
    [2_000, {}],
  ])('holds from the begin up to the end: at %d', (asOf, expected) => {
    expect(inForce([attestation()], asOf)).toEqual(expected);
  });

  it.each(STATES.filter(state => state !== 'approved'))(
    'leaves out what is %s',
    state => {
      expect(inForce([attestation({ state })], 1_500)).toEqual({});
    },
  );

  it('leaves out other models and corrections', () => {
    const content = { kind: 'attest', model: 'x', criterionId: 'c1' } as const;
    expect(
      inForce([attestation({ content }), correction('approved')], 1_500),
    ).toEqual({});
  });

  it('does not depend on order and repetition', () => {
    fc.assert(
      fc.property(decisions, fc.integer({ min: 0, max: 120 }), (all, asOf) => {
        const expected = JSON.stringify(inForce(all, asOf));
        const other = [...all].reverse().concat(all);
        expect(JSON.stringify(inForce(other, asOf))).toBe(expected);
      }),
    );
  });

  it('changes only where the next decision says', () => {
    fc.assert(
      fc.property(decisions, all => {
        let next = nextDecisionAt(all, -1);
        let held = inForce(all, -1);
        for (let asOf = 0; asOf <= 120; asOf += 1) {
          if (asOf === next) {
            next = nextDecisionAt(all, asOf);
            held = inForce(all, asOf);
          }
          expect(inForce(all, asOf)).toEqual(held);
        }
        expect(next).toBeUndefined();
      }),
    );
  });
});

describe('nextDecisionAt', () => {
  it.each([
    [0, 1_000],
    [999, 1_000],
    [1_000, 2_000],
    [1_999, 2_000],
    [2_000, undefined],
  ])('after %d is %p', (asOf, expected) => {
    expect(nextDecisionAt([attestation()], asOf)).toBe(expected);
  });

  it('looks at what is approved only', () => {
    expect(nextDecisionAt([attestation({ state: 'proposed' })], 0)).toBe(
      undefined,
    );
    expect(nextDecisionAt([correction('approved')], 1_000)).toBeUndefined();
  });
});

describe('attestationOf', () => {
  const approved = attestation({ id: 'old' });
  const renewal = attestation({ id: 'new', state: 'proposed' });

  it('shows the newest that is proposed or approved', () => {
    expect(attestationOf([approved, renewal], 'c1', 'm')?.id).toBe('new');
    expect(attestationOf([approved], 'c1', 'm')?.id).toBe('old');
  });

  it.each(['rejected', 'withdrawn'] as const)(
    'goes back to the one before that which was %s',
    state => {
      const over = attestation({ id: 'new', state });
      expect(attestationOf([approved, over], 'c1', 'm')?.id).toBe('old');
      expect(attestationOf([over], 'c1', 'm')).toBeUndefined();
    },
  );

  it('tells criteria and models apart', () => {
    expect(attestationOf([approved], 'c2', 'm')).toBeUndefined();
    expect(attestationOf([approved], 'c1', 'other')).toBeUndefined();
    expect(attestationOf([correction('approved')], 'c1', 'm')).toBeUndefined();
  });
});
