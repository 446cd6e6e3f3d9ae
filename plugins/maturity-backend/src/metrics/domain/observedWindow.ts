import type {
  EpochMs,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';

/**
 * The part of a window that as-of has seen: nothing is known of the rest yet.
 */
export function observedWindow(options: {
  window: TimeWindow;
  asOf: EpochMs;
}): TimeWindow {
  const { window, asOf } = options;
  return { from: window.from, to: Math.min(window.to, asOf) };
}
