import type { CriterionOutcome, UndecidedReason } from './types';

// Shared and frozen: an assessment makes thousands of outcomes and only a
// handful of different ones.

/** The criterion is met. */
export const PASS: CriterionOutcome = Object.freeze({ outcome: 'pass' });

/** The criterion is not met. */
export const FAIL: CriterionOutcome = Object.freeze({ outcome: 'fail' });

/** The criterion does not concern the entity; it leaves every count. */
export const NOT_APPLICABLE: CriterionOutcome = Object.freeze({
  outcome: 'not-applicable',
});

/** An approved waiver removed the criterion; it leaves every count. */
export const WAIVED: CriterionOutcome = Object.freeze({ outcome: 'waived' });

/** Neither met nor failed, by reason. */
export const UNDECIDED: Readonly<Record<UndecidedReason, CriterionOutcome>> = {
  'no-source': undecided('no-source'),
  insufficient: undecided('insufficient'),
  stale: undecided('stale'),
  error: undecided('error'),
  'attestation-missing': undecided('attestation-missing'),
  'nothing-happened': undecided('nothing-happened'),
  'history-missing': undecided('history-missing'),
};

function undecided(reason: UndecidedReason): CriterionOutcome {
  return Object.freeze({ outcome: 'undecided', reason });
}
