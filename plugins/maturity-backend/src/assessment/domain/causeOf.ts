import type {
  ChangeCause,
  EpochMs,
} from '@devops-scorecards/plugin-maturity-common';

/**
 * An event that occurred longer than this before the previous assessment
 * restates the past instead of adding to it. Milliseconds.
 */
const RESTATED_AFTER_MS = 3_600_000;

/** What is known about why an entity was assessed again. */
export interface CauseInput {
  /** Absent on the first assessment. */
  previous?: { modelVersionId: number; asOf: EpochMs };
  modelVersionId: number;
  /** Newest event since the previous assessment that touched the entity. */
  event?: { seq: number; occurredAt: EpochMs };
  /** True when the catalog knows the entity differently since then. */
  catalogChanged: boolean;
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
  if (input.timeAlone) {
    return { kind: 'time' };
  }
  if (event) {
    const restated = event.occurredAt < previous.asOf - RESTATED_AFTER_MS;
    return { kind: restated ? 'restated' : 'event', eventSeq: event.seq };
  }
  return { kind: input.catalogChanged ? 'catalog' : 'time' };
}
