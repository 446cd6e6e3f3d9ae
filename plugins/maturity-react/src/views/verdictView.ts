import type {
  CriterionOutcome,
  UndecidedReason,
} from '@devops-scorecards/plugin-maturity-common';
import type { Texts } from '../language';

/** How a verdict is drawn. @public */
export type VerdictSign =
  | 'pass'
  | 'fail'
  | 'no-data'
  | 'not-applicable'
  | 'waived'
  | 'stale';

/** A verdict as pages show it: a sign and a word, never a colour alone. @public */
export interface VerdictView {
  sign: VerdictSign;
  word: string;
}

const UNDECIDED = {
  'no-source': 'verdict.noSource',
  insufficient: 'verdict.insufficient',
  stale: 'verdict.stale',
  error: 'verdict.error',
  'attestation-missing': 'verdict.attestationMissing',
  'nothing-happened': 'verdict.nothingHappened',
  'history-missing': 'verdict.historyMissing',
} as const satisfies Record<UndecidedReason, string>;

/** What a criterion's outcome looks like. @public */
export function toVerdictView(
  result: CriterionOutcome,
  texts: Texts,
): VerdictView {
  const { t } = texts;
  switch (result.outcome) {
    case 'pass':
      return { sign: 'pass', word: t('verdict.pass') };
    case 'fail':
      return { sign: 'fail', word: t('verdict.fail') };
    case 'waived':
      return { sign: 'waived', word: t('verdict.waived') };
    case 'not-applicable':
      return { sign: 'not-applicable', word: t('verdict.notApplicable') };
    default:
      return {
        sign: result.reason === 'stale' ? 'stale' : 'no-data',
        word: t(UNDECIDED[result.reason]),
      };
  }
}
