import { InputError } from '@backstage/errors';
import type {
  EpochMs,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';

/**
 * Refuses a window that as-of has seen nothing of.
 *
 * @throws `InputError` saying what to change
 */
export function requireWindow(window: TimeWindow, asOf: EpochMs): void {
  if (window.from >= window.to) {
    throw new InputError(
      `The window [${window.from}, ${window.to}) is empty, its start must lie before its end`,
    );
  }
  if (window.from >= asOf) {
    throw new InputError(
      `The window [${window.from}, ${window.to}) lies in the future of ${asOf}, its start must lie before as-of`,
    );
  }
}
