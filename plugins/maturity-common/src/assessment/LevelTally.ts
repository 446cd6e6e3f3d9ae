import type { Level } from '../models';
import type { CriterionOutcome } from './types';

/**
 * What is known of the levels of one sub-item: a set of levels per outcome,
 * kept as bits (bit 3 is level 3).
 *
 * @remarks
 * Removed criteria (not applicable, waived) are in none of the sets, so a
 * level that was emptied is passed over by construction. Bits make the rules
 * order-free, and evaluation cheap enough for what-if runs over every entity.
 */
export interface LevelSets {
  /** Levels that still have a criterion. */
  present: number;
  /** Levels with at least one passing criterion. */
  passed: number;
  /** Levels with at least one failing criterion. */
  failed: number;
  /** Levels with at least one undecided criterion. */
  undecided: number;
}

/** The level sets of one sub-item and how many criteria made them. */
export interface LevelTally extends LevelSets {
  /** Criteria that pass or fail. */
  decided: number;
  /** Criteria that were not removed. */
  total: number;
  /** Criteria that a waiver removed. */
  waived: number;
  /**
   * `missing`: there are must-have criteria, and none of them is decided. A
   * waived one that would fail is decided: else waiving it would take away
   * the level that the others show.
   */
  mustHave: 'none' | 'missing' | 'decided';
}

/** A tally of nothing. */
export function emptyTally(): LevelTally {
  return {
    present: 0,
    passed: 0,
    failed: 0,
    undecided: 0,
    decided: 0,
    total: 0,
    waived: 0,
    mustHave: 'none',
  };
}

/** Counts one criterion in. */
export function addToTally(
  tally: LevelTally,
  level: Level,
  result: CriterionOutcome,
): void {
  const bit = 1 << level;
  switch (result.outcome) {
    case 'pass':
      tally.passed |= bit;
      tally.decided += 1;
      break;
    case 'fail':
      tally.failed |= bit;
      tally.decided += 1;
      break;
    case 'undecided':
      tally.undecided |= bit;
      break;
    case 'waived':
      tally.waived += 1;
      return;
    default:
      return;
  }
  tally.present |= bit;
  tally.total += 1;
}

/**
 * Takes note of a must-have criterion.
 *
 * @param outcome - before a waiver
 * @param result - after it
 */
export function addMustHave(
  tally: LevelTally,
  outcome: CriterionOutcome,
  result: CriterionOutcome,
): void {
  if (
    result.outcome !== 'not-applicable' &&
    (outcome.outcome === 'pass' || outcome.outcome === 'fail')
  ) {
    tally.mustHave = 'decided';
  } else if (tally.mustHave === 'none') {
    tally.mustHave = 'missing';
  }
}

/** The level sets of a tally without the given level and those above it. */
export function levelsBelow(
  tally: LevelSets,
  level: number,
): Readonly<LevelSets> {
  const mask = (1 << level) - 1;
  return {
    present: tally.present & mask,
    passed: tally.passed & mask,
    failed: tally.failed & mask,
    undecided: tally.undecided & mask,
  };
}

/** The highest level that is proven: every criterion up to it passes. */
export function awardOf(tally: LevelSets): Level {
  return highest(tally.present & below(tally.failed | tally.undecided));
}

/** The highest level that nothing rules out: no criterion up to it fails. */
export function potentialOf(tally: LevelSets): Level {
  return highest(tally.present & below(tally.failed));
}

/**
 * The highest level that has a passing criterion and no failing one up to it;
 * `undefined` while nothing is decided.
 */
export function measuredOf(tally: LevelSets): Level | undefined {
  if ((tally.passed | tally.failed) === 0) {
    return undefined;
  }
  return highest(tally.passed & below(tally.failed));
}

/** Whether the level after the awarded one is met in part ("N-"). */
export function isPartlyNext(tally: LevelSets): boolean {
  const blocked = tally.failed | tally.undecided;
  const next = 1 << (awardOf(tally) + 1);
  const awardReached = (blocked & (next - 1)) === 0;
  return awardReached && (tally.passed & next) !== 0 && (blocked & next) !== 0;
}

/** All levels below the lowest of a set; every level when the set is empty. */
function below(levels: number): number {
  return (levels & -levels) - 1;
}

/** The highest level of a set, at least 1. */
function highest(levels: number): Level {
  return Math.max(31 - Math.clz32(levels), 1) as Level;
}
