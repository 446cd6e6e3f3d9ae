import type {
  CriterionCard,
  Decision,
  EpochMs,
} from '@devops-scorecards/plugin-maturity-common';
import { formatDate } from '../format';
import { pickText, type Texts } from '../language';

/** How an attestation stands at a time. @public */
export type AttestationState =
  | 'proposed'
  | 'inForce'
  | 'upcoming'
  | 'expired'
  | 'contradicted'
  | 'rejected'
  | 'withdrawn';

/** What a person can state, and what was stated last. @public */
export interface AttestationView {
  statement: string;
  /** What the evidence should show. */
  expected?: string;
  /** Absent while nobody has attested. */
  state?: AttestationState;
  /** The state in words, for example `attested until 3 May 2027`. */
  words?: string;
  decision?: Decision;
}

/**
 * What is stated and what the evidence should show, as sentences.
 *
 * @public
 */
export function statementWords(
  attestation: Pick<AttestationView, 'statement' | 'expected'> | undefined,
  texts: Texts,
): string[] {
  const { statement, expected } = attestation ?? {};
  return [
    ...(statement ? [texts.t('criterion.statement', { statement })] : []),
    ...(expected ? [texts.t('criterion.expected', { expected })] : []),
  ];
}

/**
 * How an attestation stands: its own state, and whether it holds at a time.
 *
 * @public
 */
export function attestationState(
  decision: Decision,
  asOf: EpochMs,
): Exclude<AttestationState, 'contradicted'> {
  if (decision.state !== 'approved') {
    return decision.state;
  }
  if (decision.validTo !== undefined && decision.validTo <= asOf) {
    return 'expired';
  }
  return decision.validFrom > asOf ? 'upcoming' : 'inForce';
}

/** The attestation of a criterion in words. @public */
export function toAttestationView(
  card: CriterionCard,
  options: {
    texts: Texts;
    timeZone: string;
    /** When the page is about. */
    asOf: EpochMs;
  },
): AttestationView | undefined {
  const { criterion, attestation, contradicted } = card;
  const { texts, timeZone, asOf } = options;
  if (criterion.kind !== 'attestation') {
    return undefined;
  }
  const asked = {
    statement: pickText(texts, criterion.statement),
    expected: criterion.evidence && pickText(texts, criterion.evidence),
  };
  if (!attestation) {
    return asked;
  }
  const own = attestationState(attestation, asOf);
  const state = contradicted && own === 'inForce' ? 'contradicted' : own;
  return {
    ...asked,
    state,
    words: wordsOf({ state, attestation, texts, timeZone }),
    decision: attestation,
  };
}

function wordsOf(options: {
  state: AttestationState;
  attestation: Decision;
  texts: Texts;
  timeZone: string;
}): string {
  const { state, attestation, texts, timeZone } = options;
  const { validFrom, validTo = validFrom } = attestation;
  const date = (at: EpochMs) => formatDate({ at, texts, timeZone });
  switch (state) {
    case 'inForce':
    case 'expired':
      return texts.t(`attestation.${state}`, { date: date(validTo) });
    case 'upcoming':
      return texts.t('attestation.upcoming', { date: date(validFrom) });
    default:
      return texts.t(`attestation.${state}`);
  }
}
