import type { SubItem } from '../models';
import { isAtRisk } from './atRisk';
import { applyDecision, judgeCriterion } from './judgeCriterion';
import { judgeSustained } from './judgeSustained';
import type { LevelSets, LevelTally } from './LevelTally';
import {
  addToTally,
  awardOf,
  emptyTally,
  isPartlyNext,
  levelsBelow,
  measuredOf,
  potentialOf,
} from './LevelTally';
import { NOT_APPLICABLE, PASS } from './outcomes';
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
    const result = judgeCriterion(criterion, input);
    addToTally(tally, criterion.level, result);
    criteria.push({
      criterion,
      result,
      atRisk: result === PASS && isAtRisk(criterion, input),
    });
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
      measured: measuredOf(tally),
      decided: tally.decided,
      total: tally.total,
    },
    partlyNext: isPartlyNext(tally),
    waived: tally.waived,
    criteria,
  };
}

/**
 * Fills in the criteria on earlier levels. They look at the levels that the
 * criteria below their own level give now, so they come last.
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
