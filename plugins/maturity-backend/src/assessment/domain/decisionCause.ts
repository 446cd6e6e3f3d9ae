import type {
  Decision,
  EpochMs,
} from '@devops-scorecards/plugin-maturity-common';
import { isInForce } from '../../decisions/domain/decisionsInForce';
import type { DecisionCause } from './causeOf';

/**
 * What decisions have to do with a change of outcomes.
 *
 * @param options - `decisions`: all that are known; `criteria`: ids of the
 * criteria of `model` whose outcome changed; `previous`: the assessment before
 * @returns `undefined` where no decision on these criteria moved
 */
export function decisionCause(options: {
  decisions: readonly Decision[];
  model: string;
  criteria: ReadonlySet<string>;
  previous: { asOf: EpochMs; knownAt: number };
  asOf: EpochMs;
}): DecisionCause | undefined {
  const { model, criteria, previous, asOf } = options;
  const causes = options.decisions
    .filter(
      ({ content }) =>
        content.kind === 'attest' &&
        content.model === model &&
        criteria.has(content.criterionId),
    )
    .map((decision): DecisionCause | undefined => {
      if (isDecidedAfter(decision, previous.knownAt)) {
        return 'decided';
      }
      const before = isInForce(decision, previous.asOf);
      if (before === isInForce(decision, asOf)) {
        return undefined;
      }
      return before ? 'expired' : 'began';
    });
  return (['decided', 'began', 'expired'] as const).find(cause =>
    causes.includes(cause),
  );
}

/** A proposal or a rejection changes nothing. */
function isDecidedAfter(decision: Decision, knownAt: number): boolean {
  return decision.steps.some(
    ({ seq, state }) =>
      seq > knownAt && (state === 'approved' || state === 'withdrawn'),
  );
}
