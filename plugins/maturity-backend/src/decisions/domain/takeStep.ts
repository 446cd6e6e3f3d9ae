import { ConflictError, NotAllowedError } from '@backstage/errors';
import type {
  Decision,
  DecisionState,
  EpochMs,
} from '@devops-scorecards/plugin-maturity-common';

/** What a person can do with a decision that exists. */
export type StepName = 'approve' | 'reject' | 'withdraw';

/** Who wants to take which step, and when. */
export interface StepRequest {
  step: StepName;
  /** Canonical ref of the user. */
  actor: string;
  /** Whether the actor may review decisions on the entity. */
  mayReview: boolean;
  at: EpochMs;
}

const RESULT: Record<StepName, Exclude<DecisionState, 'proposed'>> = {
  approve: 'approved',
  reject: 'rejected',
  withdraw: 'withdrawn',
};

/**
 * The rules of who may move a decision from where to where.
 *
 * @remarks
 *
 * | from | approve, reject | withdraw |
 * |---|---|---|
 * | proposed | a reviewer who is not the author | the author |
 * | approved attestation | no | the author or a reviewer |
 * | approved correction | no | no: another correction undoes it |
 * | rejected, withdrawn | no | no |
 *
 * What has expired before somebody approved it is not approved any more. Who
 * asks for the step that they took last, asks again after a lost answer:
 * nothing changes then.
 *
 * @returns the new state; `undefined` where the actor has done it already
 * @throws NotAllowedError when somebody else would have to do it
 * @throws ConflictError when nobody can do it any more
 */
export function takeStep(
  decision: Decision,
  request: StepRequest,
): DecisionState | undefined {
  const { step, actor } = request;
  const to = RESULT[step];
  const last = decision.steps[decision.steps.length - 1];
  const isRepeated =
    decision.state === to &&
    last.actor === actor &&
    (step === 'withdraw' || actor !== decision.author);
  if (isRepeated) {
    return undefined;
  }
  if (step === 'withdraw') {
    checkWithdrawal(decision, request);
  } else {
    checkReview(decision, request);
  }
  return to;
}

function checkReview(decision: Decision, request: StepRequest): void {
  const { step, actor, mayReview, at } = request;
  if (actor === decision.author) {
    throw new NotAllowedError(
      `Nobody can ${step} what they proposed themselves: ask another person, or withdraw it`,
    );
  }
  if (!mayReview) {
    throw new NotAllowedError(
      `The caller may not ${step} decisions on ${decision.entityRef}: ask whoever runs the portal for the permission to review`,
    );
  }
  if (decision.state !== 'proposed') {
    throw over(decision, step);
  }
  const { validTo } = decision;
  if (step === 'approve' && validTo !== undefined && validTo <= at) {
    throw new ConflictError(
      'What is proposed would have expired by now: reject it and ask for a new proposal',
    );
  }
}

function checkWithdrawal(decision: Decision, request: StepRequest): void {
  const { actor, mayReview } = request;
  const { state, content, author } = decision;
  const isAuthor = actor === author;
  if (state === 'proposed' && !isAuthor) {
    throw new NotAllowedError(
      'Only its author can withdraw a proposal: reject it instead',
    );
  }
  if (state === 'approved' && content.kind === 'correct') {
    throw new ConflictError(
      'A correction that counts cannot be withdrawn: undo it by another correction of the same fact',
    );
  }
  if (state !== 'proposed' && state !== 'approved') {
    throw over(decision, 'withdraw');
  }
  if (!isAuthor && !mayReview) {
    throw new NotAllowedError(
      'Only its author or a reviewer can withdraw an attestation: ask one of them',
    );
  }
}

function over({ state }: Decision, step: StepName): ConflictError {
  return new ConflictError(
    `There is nothing left to ${step}, the decision is ${state} already: make a new proposal`,
  );
}
