import type { MetricUnit } from '@devops-scorecards/plugin-maturity-common';

/** The range of an axis and where it is labelled. */
export interface Axis {
  domain: [number, number];
  ticks: number[];
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Steps that read well in the units in which durations are shown. */
const DURATION_STEPS = [
  ...[0.1, 0.5, 1, 2, 5, 10, 15, 30].map(n => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map(n => n * MINUTE),
  ...[1, 2, 4, 8, 12].map(n => n * HOUR),
  ...[1, 2, 7, 14, 28].map(n => n * DAY),
];

/** Most labels besides the first. */
const MOST_STEPS = 5;

/**
 * An axis that holds every value and the threshold, labelled at round values.
 *
 * @remarks
 * It begins at 0, but for ratios that all lie in the upper half, which begin
 * at 50 % so that 94.7 and 95 % can be told apart.
 */
export function axisOf(options: {
  values: number[];
  unit: MetricUnit;
  threshold?: number;
}): Axis {
  const { unit, threshold } = options;
  const values = [
    ...options.values,
    ...(threshold === undefined ? [] : [threshold]),
  ];
  if (unit === 'ratio') {
    if (values.length > 0 && Math.min(...values) >= 0.5) {
      return { domain: [0.5, 1], ticks: [0.5, 0.6, 0.7, 0.8, 0.9, 1] };
    }
    return upTo(Math.min(1, highest(values, 0.01)), decimalSteps(0.001), 1);
  }
  return unit === 'duration'
    ? upTo(highest(values, SECOND), DURATION_STEPS)
    : upTo(
        highest(values, unit === 'count' ? 1 : 0.1),
        decimalSteps(unit === 'count' ? 1 : 0.01),
      );
}

function highest(values: number[], least: number): number {
  return Math.max(least, ...values);
}

/** 1, 2 and 5 times the powers of ten from `least`. */
function decimalSteps(least: number): number[] {
  return Array.from({ length: 12 }, (_, power) =>
    [1, 2, 5].map(n => n * least * 10 ** power),
  ).flat();
}

function upTo(top: number, steps: number[], ceiling = Infinity): Axis {
  const step = steps.find(size => top / size <= MOST_STEPS) ?? top / MOST_STEPS;
  const count = Math.ceil(top / step - 1e-9);
  const ticks = Array.from({ length: count + 1 }, (_, index) =>
    Math.min(ceiling, Number((index * step).toPrecision(12))),
  );
  return { domain: [0, ticks[ticks.length - 1]], ticks };
}
