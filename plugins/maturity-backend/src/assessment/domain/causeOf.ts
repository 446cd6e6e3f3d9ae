import type {
  ChangeCause,
  EpochMs,
} from '@devops-scorecards/plugin-maturity-common';
import { isCorrectionType } from '../../facts/domain/isCorrection';

/**
 * An event that occurred longer than this before the previous assessment
 * restates the past instead of adding to it. Milliseconds.
 */
const RESTATED_AFTER_MS = 3_600_000;

/**
 * - `decided`: a step was taken that was not known before;
 * - `began`, `expired`: the time of an approved decision came, or went by.
 */
export type DecisionCause = 'decided' | 'began' | 'expired';

const KINDS = { began: 'decision', expired: 'expiry' } as const;

/** What is known about why an entity was assessed again. */
export interface CauseInput {
  /** Absent on the first assessment. */
  previous?: { modelVersionId: number; asOf: EpochMs };
  modelVersionId: number;
  /** Newest event since the previous assessment that touched the entity. */
  event?: { seq: number; type: string; occurredAt: EpochMs };
  /** What became of decisions on criteria whose outcome changed. */
  decision?: DecisionCause;
  /** True when a calendar came or changed since then. */
  calendarChanged: boolean;
  /** True when the catalog knows the entity differently since then. */
  catalogChanged: boolean;
  /** True when all criteria whose outcome changed judge the owner's services. */
  portfolioOnly: boolean;
  /**
   * True when the old knowledge gives the same verdict at the new time: then
   * nothing that became known was needed.
   */
  timeAlone: boolean;
}

/** The kind of cause of a change, and the event where one caused it. */
export function causeOf(input: CauseInput): {
  kind: ChangeCause['kind'];
  eventSeq?: number;
} {
  const { previous, event } = input;
  if (!previous) {
    return { kind: 'first' };
  }
  if (previous.modelVersionId !== input.modelVersionId) {
    return { kind: 'model' };
  }
  const { decision } = input;
  if (input.timeAlone) {
    // Beginnings and ends were known before; that their time came is all.
    if (decision && decision !== 'decided') {
      return { kind: KINDS[decision] };
    }
    // What others did yesterday counts from midnight on.
    return { kind: input.portfolioOnly ? 'portfolio' : 'time' };
  }
  if (decision === 'decided') {
    return { kind: 'decision' };
  }
  if (event) {
    if (isCorrectionType(event.type)) {
      return { kind: 'decision', eventSeq: event.seq };
    }
    const restated = event.occurredAt < previous.asOf - RESTATED_AFTER_MS;
    return { kind: restated ? 'restated' : 'event', eventSeq: event.seq };
  }
  if (input.catalogChanged) {
    return { kind: 'catalog' };
  }
  if (input.calendarChanged) {
    return { kind: 'calendar' };
  }
  return { kind: input.portfolioOnly ? 'portfolio' : 'time' };
}
