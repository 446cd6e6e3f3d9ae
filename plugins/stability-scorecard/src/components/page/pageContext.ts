import type {
  EpochMs,
  Scorecard,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';

/** What every panel of the page needs to know. */
export interface PageContext {
  entityRef: string;
  timeZone: string;
  /** Changes when the scorecard's result does. */
  fingerprint: string;
  /** Set on a page of the past: its window; absent: that of now. */
  window?: TimeWindow;
  /** Set on a page of the past. */
  asOf?: EpochMs;
}

/** The page of a scorecard. */
export function toPageContext(options: {
  scorecard: Scorecard;
  fingerprint: string;
  /** When the page is about; absent: now. */
  asOf?: EpochMs;
}): PageContext {
  const { scorecard, fingerprint, asOf } = options;
  const { entityRef, timeZone, window } = scorecard;
  return {
    entityRef,
    timeZone,
    fingerprint,
    ...(asOf === undefined ? {} : { asOf, window }),
  };
}
