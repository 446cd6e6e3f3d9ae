import { catalogValues } from '../models/catalogPath';
import type {
  AttestationCriterion,
  CatalogCriterion,
  Criterion,
  MetricCondition,
  MetricCriterion,
  SustainedCriterion,
} from '../models';
import { judgeCondition } from './judgeCondition';
import { FAIL, NOT_APPLICABLE, PASS, UNDECIDED, WAIVED } from './outcomes';
import type {
  AssessmentInput,
  CriterionDecision,
  CriterionOutcome,
} from './types';

/**
 * Judges a criterion that does not look at earlier levels, and lets an
 * approved decision remove it.
 *
 * @public
 */
export function judgeCriterion(
  criterion: Exclude<Criterion, SustainedCriterion>,
  input: AssessmentInput,
): CriterionOutcome {
  return applyDecision(
    criterion,
    outcomeOf(criterion, input),
    input.decisions[criterion.id],
  );
}

/** What a criterion comes out as before a decision may remove it. */
export function outcomeOf(
  criterion: Exclude<Criterion, SustainedCriterion>,
  input: AssessmentInput,
): CriterionOutcome {
  switch (criterion.kind) {
    case 'metric':
      return judgeMetric(criterion, input);
    case 'catalog':
      return judgeCatalog(criterion, input);
    default:
      return judgeAttestation(criterion, input);
  }
}

/**
 * What a decision in force makes of an outcome.
 *
 * @remarks
 * A waiver sleeps while its criterion passes, so that it can never lower a
 * level, and has no effect on a criterion that cannot be waived, even if it
 * was approved when it could; "not applicable" always removes.
 */
export function applyDecision(
  criterion: Pick<Criterion, 'waivable'>,
  outcome: CriterionOutcome,
  decision: CriterionDecision | undefined,
): CriterionOutcome {
  if (decision === 'not-applicable') {
    return NOT_APPLICABLE;
  }
  if (
    decision === 'waived' &&
    criterion.waivable !== false &&
    (outcome.outcome === 'fail' || outcome.outcome === 'undecided')
  ) {
    return WAIVED;
  }
  return outcome;
}

/**
 * The criterion's own limit or, where that is not known to be kept, its
 * alternative.
 *
 * @remarks
 * Three-valued: a limit that is missed fails only when the alternative is
 * missed too. What nothing happened for is judged by `onNone` first, and
 * leaves with it: then there is nothing to prove in another way.
 */
function judgeMetric(
  criterion: MetricCriterion,
  input: AssessmentInput,
): CriterionOutcome {
  const measurement = input.measurements[criterion.metric];
  const own =
    measurement?.status === 'none'
      ? judgeNothing(criterion)
      : judgeCondition(criterion, measurement);
  const { alternative } = criterion;
  if (!alternative || own === PASS || own === NOT_APPLICABLE) {
    return own;
  }
  const other = judgeAll(alternative, input);
  if (other === PASS) {
    return PASS;
  }
  return own === FAIL ? other : own;
}

/** Fails when one condition does, else undecided when one is. */
function judgeAll(
  conditions: readonly MetricCondition[],
  input: AssessmentInput,
): CriterionOutcome {
  let all = PASS;
  for (const condition of conditions) {
    const one = judgeCondition(condition, input.measurements[condition.metric]);
    if (one === FAIL) {
      return FAIL;
    }
    if (all === PASS) {
      all = one;
    }
  }
  return all;
}

function judgeNothing(criterion: MetricCriterion): CriterionOutcome {
  switch (criterion.onNone) {
    case 'pass':
      return PASS;
    case 'undecided':
      return UNDECIDED['nothing-happened'];
    default:
      return NOT_APPLICABLE;
  }
}

function judgeCatalog(
  criterion: CatalogCriterion,
  input: AssessmentInput,
): CriterionOutcome {
  if (!input.entity) {
    return UNDECIDED['no-source'];
  }
  const values = catalogValues(input.entity, criterion.path);
  const { oneOf } = criterion;
  const met = oneOf
    ? values.some(value => typeof value === 'string' && oneOf.includes(value))
    : values.length > 0;
  return met ? PASS : FAIL;
}

/** Fails only where automatic evidence contradicts what was attested. */
function judgeAttestation(
  criterion: AttestationCriterion,
  input: AssessmentInput,
): CriterionOutcome {
  if (input.decisions[criterion.id] !== 'attested') {
    return UNDECIDED['attestation-missing'];
  }
  const { contradictedBy } = criterion;
  const isContradicted =
    contradictedBy !== undefined &&
    judgeCondition(
      contradictedBy,
      input.measurements[contradictedBy.metric],
    ) === PASS;
  return isContradicted ? FAIL : PASS;
}
