import type {
  EpochMs,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';

/**
 * The union of intervals.
 *
 * @param intervals - in any order; empty ones count for nothing
 * @returns sorted and disjoint
 */
export function unionOf(intervals: readonly TimeWindow[]): TimeWindow[] {
  const union: TimeWindow[] = [];
  const sorted = intervals
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
  for (const { from, to } of sorted) {
    const last = union[union.length - 1];
    if (last && from <= last.to) {
      last.to = Math.max(last.to, to);
    } else {
      union.push({ from, to });
    }
  }
  return union;
}

/**
 * What two unions have in common.
 *
 * @param a - sorted and disjoint, like `b`
 * @returns sorted and disjoint
 */
export function intersectionOf(
  a: readonly TimeWindow[],
  b: readonly TimeWindow[],
): TimeWindow[] {
  const common: TimeWindow[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const from = Math.max(a[i].from, b[j].from);
    const to = Math.min(a[i].to, b[j].to);
    if (from < to) {
      common.push({ from, to });
    }
    if (a[i].to < b[j].to) {
      i += 1;
    } else {
      j += 1;
    }
  }
  return common;
}

/**
 * How much of an interval lies in a union, in logarithmic time and the number
 * of spans that it touches.
 *
 * @param spans - sorted and disjoint
 * @returns `total` milliseconds, 0 where they have nothing in common; `first`:
 * the first instant that they share
 */
export function overlapWith(
  spans: readonly TimeWindow[],
  interval: TimeWindow,
): { total: number; first?: EpochMs } {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (spans[middle].to > interval.from) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  let total = 0;
  let first: EpochMs | undefined;
  for (let i = low; i < spans.length && spans[i].from < interval.to; i += 1) {
    const from = Math.max(spans[i].from, interval.from);
    const to = Math.min(spans[i].to, interval.to);
    if (from < to) {
      first ??= from;
      total += to - from;
    }
  }
  return { total, ...(first === undefined ? {} : { first }) };
}

/** Milliseconds of disjoint intervals together. */
export function lengthOf(intervals: readonly TimeWindow[]): number {
  return intervals.reduce((sum, { from, to }) => sum + to - from, 0);
}
