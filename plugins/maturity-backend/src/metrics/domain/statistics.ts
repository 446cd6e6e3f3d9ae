import { InputError } from '@backstage/errors';
import type { Distribution } from '@devops-scorecards/plugin-maturity-common';

/*
 * Every division and every interpolation of the product is in this file, so
 * that a number is the same whichever database its rows came from. All inputs
 * are integers (milliseconds or counts), sums of them are exact, and each
 * result takes one division: no order of summation can change it.
 */

/**
 * A share or a rate.
 *
 * @param numerator - a count
 * @param denominator - a count
 * @returns `numerator / denominator`, or undefined for an empty denominator:
 * no data is neither 0 nor 1
 * @throws `InputError` unless both are whole numbers
 */
export function ratio(
  numerator: number,
  denominator: number,
): number | undefined {
  requireInteger(numerator);
  requireInteger(denominator);
  return denominator === 0 ? undefined : numerator / denominator;
}

/**
 * How many times as fast as agreed an error budget is used up.
 *
 * @param bad - milliseconds of downtime
 * @param elapsed - milliseconds of service time that it is part of
 * @param target - agreed availability, below 1
 * @returns 1 where the budget would last exactly as long as its window;
 * undefined without service time, or where no downtime at all was agreed
 * @throws `InputError` unless both are whole numbers
 */
export function burnRate(
  bad: number,
  elapsed: number,
  target: number,
): number | undefined {
  const share = ratio(bad, elapsed);
  return share === undefined || target >= 1 ? undefined : share / (1 - target);
}

/**
 * By how much a share has changed.
 *
 * @param first - part and total of the earlier share, the total above 0
 * @param last - of the later one
 * @returns positive where the share has grown
 * @throws `InputError` unless all are whole numbers
 */
export function shareChange(
  first: { part: number; total: number },
  last: { part: number; total: number },
): number | undefined {
  const [before, after] = [first, last].map(({ part, total }) =>
    ratio(part, total),
  );
  return before === undefined || after === undefined
    ? undefined
    : after - before;
}

/**
 * The arithmetic mean.
 *
 * @param values - whole numbers in any order
 * @returns undefined for an empty sample
 * @throws `InputError` for a value or a sum that is not exact
 */
export function mean(values: readonly number[]): number | undefined {
  let sum = 0;
  for (const value of values) {
    requireInteger(value);
    sum += value;
    requireInteger(sum);
  }
  return values.length === 0 ? undefined : sum / values.length;
}

/**
 * A percentile, interpolated linearly between the two nearest values.
 *
 * @remarks
 *
 * With values numbered from 0, the percentile lies at position `(n - 1) * p`
 * between them. This is type 7 of Hyndman and Fan, "Sample Quantiles in
 * Statistical Packages" (The American Statistician 50, 1996), and what
 * PostgreSQL's `percentile_cont`, Excel's `PERCENTILE.INC` and NumPy compute.
 * The median of an even number of values is thus halfway between the middle
 * two, not the lower one.
 *
 * @param sorted - whole numbers, ascending
 * @param percent - a whole number from 0 to 100
 * @returns undefined for an empty sample
 * @throws `InputError` unless all numbers are whole and `percent` in range
 */
export function percentile(
  sorted: readonly number[],
  percent: number,
): number | undefined {
  requireInteger(percent);
  if (percent < 0 || percent > 100) {
    throw new InputError(`A percentile lies from 0 to 100, not at ${percent}`);
  }
  if (sorted.length === 0) {
    return undefined;
  }
  const position = (sorted.length - 1) * percent;
  const remainder = position % 100;
  const lower = sorted[(position - remainder) / 100];
  requireInteger(lower);
  if (remainder === 0) {
    return lower;
  }
  const upper = sorted[(position - remainder) / 100 + 1];
  requireInteger(upper);
  return (lower * (100 - remainder) + upper * remainder) / 100;
}

/**
 * Mean, percentiles and maximum of a sample.
 *
 * @param values - whole numbers in any order; they are not changed
 * @returns undefined for an empty sample
 * @throws `InputError` for a value or a sum that is not exact
 */
export function distribution(
  values: readonly number[],
): Distribution | undefined {
  const average = mean(values);
  if (average === undefined) {
    return undefined;
  }
  const sorted = [...values].sort((a, b) => a - b);
  return {
    mean: average,
    p50: percentile(sorted, 50)!,
    p85: percentile(sorted, 85)!,
    p90: percentile(sorted, 90)!,
    p95: percentile(sorted, 95)!,
    max: sorted[sorted.length - 1],
  };
}

function requireInteger(value: number): void {
  if (!Number.isSafeInteger(value)) {
    throw new InputError(
      `Statistics take whole milliseconds and counts, not ${value}`,
    );
  }
}
