import type {
  EpochMs,
  FactRecord,
} from '@devops-scorecards/plugin-maturity-common';
import { CORRECTION_EVENT_TYPE } from '../../facts/domain/isCorrection';

/**
 * When a correction comes to count: now, and in any case after those of the
 * same fact that count already. Of two corrections the later wins, and clocks
 * of replicas differ.
 */
export function timeOfCorrection(fact: FactRecord, now: EpochMs): EpochMs {
  const earlier = fact.events
    .filter(({ type }) => type === CORRECTION_EVENT_TYPE)
    .map(({ occurredAt }) => occurredAt + 1);
  return Math.max(now, ...earlier);
}
