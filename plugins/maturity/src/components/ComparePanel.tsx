import { useState } from 'react';
import type {
  PublishedAssessment,
  Scorecard,
} from '@devops-scorecards/plugin-maturity-common';
import {
  defaultWindows,
  metricTargets,
  readAsOf,
  WindowCompare,
  type ComparedWindows,
} from '@devops-scorecards/plugin-maturity-react';

/**
 * The model's metrics before and after: the windows of the published case
 * where it has them, else these 90 days and the 90 before.
 */
export function ComparePanel(props: {
  scorecard: Scorecard;
  published?: PublishedAssessment;
}) {
  const { scorecard, published } = props;
  const { entityRef, timeZone, window, asOf } = scorecard;
  // They stay while the window of now moves on.
  const [initial] = useState(() => {
    const ofCase = windowsOfCase(published, timeZone);
    return {
      windows: ofCase ?? defaultWindows(window, timeZone),
      published: ofCase !== undefined,
      now: Math.max(asOf, ofCase?.after.to ?? asOf),
    };
  });
  const metrics = [
    ...new Set([
      ...(published?.figures.flatMap(figure => figure.metric ?? []) ?? []),
      ...metricTargets(scorecard).keys(),
      'deployment-frequency',
    ]),
  ];
  return (
    <WindowCompare
      entityRef={entityRef}
      metrics={metrics}
      initial={initial.windows}
      published={initial.published}
      now={initial.now}
      timeZone={timeZone}
    />
  );
}

function windowsOfCase(
  published: PublishedAssessment | undefined,
  timeZone: string,
): ComparedWindows | undefined {
  const { compare } = published ?? {};
  if (!compare) {
    return undefined;
  }
  const read = (part: { from: string; to: string }) => {
    const from = readAsOf(part.from, timeZone);
    const to = readAsOf(part.to, timeZone);
    return from !== undefined && to !== undefined && from < to
      ? { from, to }
      : undefined;
  };
  const before = read(compare.before);
  const after = read(compare.after);
  return before && after ? { before, after } : undefined;
}
