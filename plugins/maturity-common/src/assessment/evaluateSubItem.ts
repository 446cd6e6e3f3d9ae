import type { Level, SubItem } from '../models';
import { isAtRisk } from './atRisk';
import { applyDecision, outcomeOf } from './judgeCriterion';
import { judgeSustained } from './judgeSustained';
import type { LevelSets, LevelTally } from './LevelTally';
import {
  addMustHave,
  addToTally,
  awardOf,
  emptyTally,
  isPartlyNext,
  levelsBelow,
  measuredOf,
  potentialOf,
} from './LevelTally';
import { FAIL, NOT_APPLICABLE, PASS } from './outcomes';
import type { AssessmentInput, CriterionVerdict, NodeVerdict } from './types';

/** Judges the criteria of one sub-item and reads its levels off them. */
export function evaluateSubItem(
  subItem: SubItem,
  input: AssessmentInput,
): NodeVerdict {
  const tally = emptyTally();
  const criteria: CriterionVerdict[] = [];
  let looksBack = false;
  for (const criterion of subItem.criteria) {
    if (criterion.kind === 'sustained') {
      looksBack = true;
      criteria.push({ criterion, result: NOT_APPLICABLE, atRisk: false });
      continue;
    }
    const outcome = outcomeOf(criterion, input);
    const decision = input.decisions[criterion.id];
    const result = applyDecision(criterion, outcome, decision);
    addToTally(tally, criterion.level, result);
    if (criterion.mustHave) {
      addMustHave(tally, outcome, result);
    }
    const verdict: CriterionVerdict = {
      criterion,
      result,
      atRisk: result === PASS && isAtRisk(criterion, input),
    };
    if (criterion.kind === 'attestation' && result === FAIL) {
      verdict.contradicted = true;
    }
    criteria.push(verdict);
  }
  if (looksBack) {
    judgeLookingBack(subItem.id, criteria, tally, input);
  }
  return {
    id: subItem.id,
    applicable: tally.total > 0,
    levels: {
      award: awardOf(tally),
      potential: potentialOf(tally),
      measured: shownLevel(tally),
      decided: tally.decided,
      total: tally.total,
    },
    partlyNext: isPartlyNext(tally),
    waived: tally.waived,
    criteria,
  };
}

/** The measured level, unless every must-have criterion is open. */
function shownLevel(tally: LevelTally): Level | undefined {
  return tally.mustHave === 'missing' ? undefined : measuredOf(tally);
}

/**
 * Fills in the criteria on earlier levels. They look at the levels that the
 * criteria below their own level give now, so they come last. A must-have
 * criterion that is open does not matter to them: it hides a level and changes
 * none.
 */
function judgeLookingBack(
  subItemId: string,
  criteria: CriterionVerdict[],
  tally: LevelTally,
  input: AssessmentInput,
): void {
  const others: LevelSets = { ...tally };
  for (const verdict of criteria) {
    const { criterion } = verdict;
    if (criterion.kind === 'sustained') {
      const lower = levelsBelow(others, criterion.level);
      verdict.result = applyDecision(
        criterion,
        judgeSustained({
          criterion,
          subItemId,
          measured: measuredOf(lower),
          failing: lower.failed !== 0,
          earlier: input.earlier,
        }),
        input.decisions[criterion.id],
      );
      addToTally(tally, criterion.level, verdict.result);
    }
  }
}
