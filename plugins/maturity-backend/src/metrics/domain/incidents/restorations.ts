import type { MetricInput } from '@devops-scorecards/plugin-maturity-node';
import type { DurationItem } from '../durationMeasurement';
import { observedWindow } from '../observedWindow';
import type { SampleItem } from '../sample';
import { contains, faultsOf } from './faults';
import { restorationTimeOf } from './incidentTimes';

/** How the faults that a window has seen were restored. */
export interface Restorations {
  /** Restored in the window, at the restoration, with how long it took. */
  restored: DurationItem[];
  /** Not restored when the window ended, since when they have been going on. */
  open: SampleItem[];
  /**
   * Restored in the window, but their start is unknown (they count from their
   * detection) or they have no duration at all and are left out.
   */
  unknown: number;
}

/** The one sample that all metrics of recovery share: by restoration, and the open ones. */
export function restorations(input: MetricInput): Restorations {
  const window = observedWindow(input);
  const result: Restorations = { restored: [], open: [], unknown: 0 };
  for (const { fact, at, restoredAt } of faultsOf(input)) {
    if (restoredAt === undefined) {
      result.open.push({ fact, at });
    } else if (contains(window, restoredAt)) {
      const value = restorationTimeOf(fact.fields);
      if (value !== undefined) {
        result.restored.push({ fact, at: restoredAt, value });
      }
      if (value === undefined || fact.fields.startedAt === undefined) {
        result.unknown += 1;
      }
    }
  }
  return result;
}
