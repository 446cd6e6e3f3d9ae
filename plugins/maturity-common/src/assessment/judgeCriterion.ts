import { catalogValues } from '../models/catalogPath';
import type {
  CatalogCriterion,
  Criterion,
  MetricCriterion,
  SustainedCriterion,
} from '../models';
import { judgedValue } from './judgedValue';
import { meetsThreshold } from './meetsThreshold';
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
  const decision = input.decisions[criterion.id];
  switch (criterion.kind) {
    case 'metric':
      return applyDecision(judgeMetric(criterion, input), decision);
    case 'catalog':
      return applyDecision(judgeCatalog(criterion, input), decision);
    default:
      return applyDecision(
        decision === 'attested' ? PASS : UNDECIDED['attestation-missing'],
        decision,
      );
  }
}

/**
 * What a decision in force makes of an outcome.
 *
 * @remarks
 * A waiver sleeps while its criterion passes, so that it can never lower a
 * level; "not applicable" always removes.
 */
export function applyDecision(
  outcome: CriterionOutcome,
  decision: CriterionDecision | undefined,
): CriterionOutcome {
  if (decision === 'not-applicable') {
    return NOT_APPLICABLE;
  }
  if (
    decision === 'waived' &&
    (outcome.outcome === 'fail' || outcome.outcome === 'undecided')
  ) {
    return WAIVED;
  }
  return outcome;
}

function judgeMetric(
  criterion: MetricCriterion,
  input: AssessmentInput,
): CriterionOutcome {
  const measurement = input.measurements[criterion.metric];
  if (!measurement) {
    return UNDECIDED.error;
  }
  switch (measurement.status) {
    case 'ok': {
      const value = judgedValue(criterion, measurement);
      if (value === undefined) {
        return UNDECIDED.error;
      }
      return meetsThreshold(criterion, value) ? PASS : FAIL;
    }
    case 'none':
      return judgeNothing(criterion);
    default:
      return UNDECIDED[measurement.status];
  }
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
