import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { DurationItem } from './durationMeasurement';
import type { SampleItem } from './sample';

/** An item between two instants, as far as they are known. */
export interface Span extends SampleItem {
  from: EpochMs | undefined;
  to: EpochMs | undefined;
}

/**
 * The durations of spans.
 *
 * @returns `items`: the spans that have one; `unknown`: how many lack an end, or
 * end before they begin. Clocks that disagree make no duration, not even 0
 */
export function durationItems(spans: readonly Span[]): {
  items: DurationItem[];
  unknown: number;
} {
  const items: DurationItem[] = [];
  for (const { fact, at, from, to } of spans) {
    if (from !== undefined && to !== undefined && from <= to) {
      items.push({ fact, at, value: to - from });
    }
  }
  return { items, unknown: spans.length - items.length };
}
