import { useState } from 'react';
import type { Scorecard } from '@devops-scorecards/plugin-maturity-common';
import {
  defaultWindows,
  metricTargets,
  WindowCompare,
} from '@devops-scorecards/plugin-maturity-react';
import {
  AVAILABILITY_METRICS,
  DURATION_METRICS,
  TREND_METRICS,
} from './stabilityMetrics';

/** The same metrics over these 90 days and the 90 before, or any other two windows. */
export function ComparePanel(props: { scorecard: Scorecard }) {
  const { scorecard } = props;
  const { entityRef, timeZone, window, asOf } = scorecard;
  // They stay while the window of now moves on.
  const [initial] = useState(() => ({
    windows: defaultWindows(window, timeZone),
    now: asOf,
  }));
  const metrics = [
    ...new Set([
      ...AVAILABILITY_METRICS,
      ...DURATION_METRICS,
      ...metricTargets(scorecard).keys(),
      ...TREND_METRICS,
    ]),
  ];
  return (
    <WindowCompare
      entityRef={entityRef}
      metrics={metrics}
      initial={initial.windows}
      now={initial.now}
      timeZone={timeZone}
    />
  );
}
