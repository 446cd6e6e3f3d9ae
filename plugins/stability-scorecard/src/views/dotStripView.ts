import type {
  Evidence,
  Measurement,
} from '@devops-scorecards/plugin-maturity-common';
import {
  formatDateTime,
  formatNumber,
  formatValue,
} from '@devops-scorecards/plugin-maturity-react';
import type { StabilityTexts } from '../translation';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Where a logarithmic axis of durations can be labelled. */
const STEPS = [
  SECOND,
  10 * SECOND,
  MINUTE,
  10 * MINUTE,
  HOUR,
  6 * HOUR,
  DAY,
  7 * DAY,
  30 * DAY,
  365 * DAY,
];

/** Dots closer than this share of the axis are put on top of each other. */
const DOT_WIDTH = 0.018;

/** One incident. */
export interface Dot {
  id: string;
  /** Milliseconds, at least those of the axis' left end. */
  x: number;
  /** 0 is on the axis; others are stacked above. */
  lane: number;
  open: boolean;
  label: string;
  /** Duration in words. */
  duration: string;
  state: string;
  when: string;
  evidence: Evidence;
}

/** A vertical line through the dots. */
export interface DotStripLine {
  statistic: 'p50' | 'p90';
  x: number;
  label: string;
}

/** A sample of durations, every item for itself. */
export interface DotStripView {
  dots: Dot[];
  /** Dots of the highest stack. */
  lanes: number;
  lines: DotStripLine[];
  ticks: { x: number; label: string }[];
  domain: [number, number];
  hasOpen: boolean;
  summary: string;
  /** Says so where not every item is drawn. */
  cut?: string;
}

/**
 * Every item of a distribution on a logarithmic axis of time.
 *
 * @param options - `title`: of the metric; `measurement`: with its evidence
 * @returns undefined where no item has a duration
 */
export function toDotStripView(
  options: StabilityTexts & {
    title: string;
    measurement: Measurement;
    timeZone: string;
  },
): DotStripView | undefined {
  const { t, texts, measurement, timeZone } = options;
  const items = measurement.evidence.filter(
    (item): item is Evidence & { value: number } => item.value !== undefined,
  );
  if (items.length === 0) {
    return undefined;
  }
  const domain = domainOf(items.map(item => item.value));
  const duration = (value: number) =>
    formatValue({ value, unit: 'duration', texts });
  const dots = stack(
    items
      .map((item): Omit<Dot, 'lane'> => {
        const open = item.role === 'open';
        return {
          id: `${item.kind} ${item.source} ${item.key}`,
          x: Math.max(item.value, domain[0]),
          open,
          label: item.label ?? item.key,
          duration: duration(item.value),
          state: open
            ? t('distribution.open', { value: duration(item.value) })
            : t('distribution.ended'),
          when: formatDateTime({ at: item.at, texts, timeZone }),
          evidence: item,
        };
      })
      .sort((a, b) => a.x - b.x),
    domain,
  );
  const lines = linesOf(options, domain, duration);
  const total = measurement.n + measurement.open;
  const number = (value: number) => formatNumber({ value, texts, digits: 0 });
  return {
    dots,
    lanes: Math.max(...dots.map(({ lane }) => lane)) + 1,
    lines,
    ticks: STEPS.filter(step => step >= domain[0] && step <= domain[1]).map(
      x => ({ x, label: duration(x) }),
    ),
    domain,
    hasOpen: dots.some(({ open }) => open),
    summary: summaryOf({ ...options, items, duration }),
    cut:
      items.length < total
        ? t('distribution.cut', {
            shown: number(items.length),
            total: number(total),
          })
        : undefined,
  };
}

/** From the step at or below the least to that at or above the most. */
function domainOf(values: number[]): [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const last = STEPS[STEPS.length - 1];
  const from = [...STEPS].reverse().find(step => step <= least) ?? STEPS[0];
  const to =
    STEPS.find(step => step >= most && step > from) ??
    last * Math.ceil(most / last + 1);
  return [from, to];
}

/** Lays dots that would hide each other on top of each other. */
function stack(dots: Omit<Dot, 'lane'>[], domain: [number, number]): Dot[] {
  const [from, to] = domain.map(Math.log);
  const lanes: number[] = [];
  return dots.map(dot => {
    const place = (Math.log(dot.x) - from) / (to - from);
    const free = lanes.findIndex(last => place - last >= DOT_WIDTH);
    const lane = free === -1 ? lanes.length : free;
    lanes[lane] = place;
    return { ...dot, lane };
  });
}

function linesOf(
  options: StabilityTexts & { measurement: Measurement },
  domain: [number, number],
  duration: (value: number) => string,
): DotStripLine[] {
  const { t, measurement } = options;
  const { distribution } = measurement;
  return distribution
    ? (['p50', 'p90'] as const).map(statistic => ({
        statistic,
        x: Math.max(distribution[statistic], domain[0]),
        label: t(`distribution.${statistic}`, {
          value: duration(distribution[statistic]),
        }),
      }))
    : [];
}

function summaryOf(
  options: StabilityTexts & {
    title: string;
    measurement: Measurement;
    items: (Evidence & { value: number })[];
    duration: (value: number) => string;
  },
): string {
  const { t, texts, title, measurement, items, duration } = options;
  const { distribution } = measurement;
  const ended = items.filter(({ role }) => role !== 'open');
  const number = (value: number) => formatNumber({ value, texts, digits: 0 });
  const open = number(items.length - ended.length);
  if (!distribution || ended.length === 0) {
    return t('distribution.summaryOpen', { title, open });
  }
  const values = ended.map(({ value }) => value);
  return t('distribution.summary', {
    title,
    n: number(ended.length),
    least: duration(Math.min(...values)),
    most: duration(Math.max(...values)),
    p50: duration(distribution.p50),
    p90: duration(distribution.p90),
    open,
  });
}
