import {
  daysBefore,
  type EpochMs,
  type Fact,
  type TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import { observedWindow } from '../observedWindow';
import { begunAt, isImpossible } from './incidentTimes';

/** Days before a window in which an incident that ended may have begun. */
export const INCIDENT_LOOK_BACK_DAYS = 90;

/** An incident as the end of a window has seen it. */
export interface Fault {
  fact: Fact<'incident'>;
  /** When it is known to have been going on first. */
  at: EpochMs;
  /** Absent while it is not restored, also where that came after the window. */
  restoredAt?: EpochMs;
  /** Restored before it started: it has no duration. */
  impossible: boolean;
}

/**
 * The incidents that a window can have seen: those that had begun before its
 * end, without announced maintenance. One that is not restored is seen however
 * long ago it began, one that ended only when it began at most 90 days before
 * the window.
 */
export function faultsOf(
  input: Pick<MetricInput, 'facts' | 'window' | 'asOf' | 'timeZone'>,
): Fault[] {
  const { from, to } = observedWindow(input);
  const reach = daysBefore(from, INCIDENT_LOOK_BACK_DAYS, input.timeZone);
  const faults: Fault[] = [];
  for (const fact of input.facts) {
    if (fact.kind !== 'incident' || fact.fields.scheduled) {
      continue;
    }
    const at = begunAt(fact.fields);
    const { restoredAt } = fact.fields;
    if (
      at === undefined ||
      at >= to ||
      (restoredAt !== undefined && at < reach)
    ) {
      continue;
    }
    faults.push({
      fact,
      at,
      ...(restoredAt !== undefined && restoredAt < to ? { restoredAt } : {}),
      impossible: isImpossible(fact.fields),
    });
  }
  return faults;
}

/** The faults that began in the window. */
export function faultsBegunIn(input: MetricInput): Fault[] {
  return faultsOf(input).filter(({ at }) => contains(input.window, at));
}

/** Whether an instant lies in a half-open window. */
export function contains(window: TimeWindow, at: EpochMs): boolean {
  return at >= window.from && at < window.to;
}
