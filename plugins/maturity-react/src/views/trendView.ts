import { DateTime } from 'luxon';
import type {
  CriterionCard,
  EpochMs,
  Level,
  LevelSeries,
  Measurement,
  MetricCriterion,
  MetricDefinition,
  MetricSeries,
  MetricUnit,
  Scorecard,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import { formatDate, formatDay, formatNumber, formatValue } from '../format';
import { pickText, type Texts } from '../language';
import {
  kindWords,
  toThresholdView,
  type ThresholdView,
} from './criterionView';
import { statisticOf, toMeasurementView } from './measurementView';
import { criteriaOf } from './scorecardView';

const DAY = 86_400_000;

/** One point of the level trend. @public */
export interface LevelTrendPoint {
  at: EpochMs;
  day: string;
  date: string;
  measured?: Level;
  proven: Level;
  possible: Level;
  decided: string;
}

/** @public */
export interface LevelTrendView {
  points: LevelTrendPoint[];
  /** Ends of the time axis. */
  window: TimeWindow;
  /** Where the time axis is labelled. */
  ticks: EpochMs[];
  /** Whether there is a level anywhere. */
  hasMeasured: boolean;
  /** Whether less is proven than measured somewhere. */
  hasUnproven: boolean;
  /** Whether more is possible than measured somewhere. */
  hasPossible: boolean;
  /** The first day with a point, where the window begins earlier. */
  since?: string;
  summary: string;
}

/** Options of the functions that prepare a trend. @public */
export interface TrendOptions {
  texts: Texts;
  timeZone: string;
}

/** Days of history without which a trend of what was known says little. */
const TELLING_DAYS = 7;

/**
 * Whether a series reaches back far enough to be drawn: its first point lies
 * at least seven days before the window's end.
 *
 * @public
 */
export function reachesBack(series: LevelSeries, window: TimeWindow): boolean {
  const first = series.points[0];
  return first !== undefined && first.at <= window.to - TELLING_DAYS * DAY;
}

/** The level over time, with one sentence that tells the same. @public */
export function toLevelTrendView(
  series: LevelSeries,
  options: TrendOptions & { window: TimeWindow },
): LevelTrendView {
  const { texts, timeZone, window } = options;
  const points = series.points.map(
    ({ at, levels }): LevelTrendPoint => ({
      at,
      day: formatDay({ at, texts, timeZone }),
      date: formatDate({ at, texts, timeZone }),
      measured: levels.decided > 0 ? levels.measured : undefined,
      proven: levels.award,
      possible: levels.potential,
      // A series is of the whole, which counts sub-items.
      decided: texts.t('badge.decided', {
        decided: String(levels.decided),
        total: String(levels.total),
      }),
    }),
  );
  const ticks = ticksOf(window, timeZone);
  const parts = {
    hasMeasured: points.some(point => point.measured !== undefined),
    hasUnproven: points.some(
      point => point.measured !== undefined && point.proven < point.measured,
    ),
    hasPossible: points.some(
      point => point.possible > (point.measured ?? point.proven),
    ),
  };
  if (points.length === 0) {
    const summary = texts.t('trend.empty');
    return { points, window, ticks, ...parts, summary };
  }
  const steps = points
    .map(point =>
      point.measured ? String(point.measured) : texts.t('trend.levelUnknown'),
    )
    .filter((word, index, all) => index === 0 || word !== all[index - 1]);
  return {
    points,
    ticks,
    ...parts,
    // What a refresh has just added may lie after the window's end.
    window: {
      ...window,
      to: Math.max(window.to, points[points.length - 1].at),
    },
    since: points[0].at > window.from + DAY ? points[0].date : undefined,
    summary: texts.t('trend.levelSummary', {
      from: points[0].date,
      to: points[points.length - 1].date,
      levels: steps.join(' → '),
    }),
  };
}

const TICK_DAYS = 14;

/** Every second week from the window's first day, at the same local time. */
function ticksOf(window: TimeWindow, timeZone: string): EpochMs[] {
  const first = DateTime.fromMillis(window.from, { zone: timeZone });
  const count = Math.floor((window.to - window.from) / (TICK_DAYS * DAY));
  return Array.from({ length: count + 1 }, (_, index) =>
    first.plus({ days: index * TICK_DAYS }).toMillis(),
  );
}

/** One bucket of a metric. @public */
export interface MetricTrendPoint {
  at: EpochMs;
  day: string;
  date: string;
  /** In the metric's unit; absent where there is none, which draws a gap. */
  value?: number;
  shown?: string;
  /** The week has a value, but too few items to judge it by. */
  tooFew: boolean;
  sample: string;
  status: string;
  /** The week, cut to what was asked for. */
  window: TimeWindow;
}

/** A metric over time. @public */
export interface MetricTrendView {
  metric: string;
  title: string;
  /** The statistic drawn, where the metric has several. */
  statistic?: string;
  points: MetricTrendPoint[];
  /** Whether some week that has a value has too few items to judge it by. */
  hasTooFew: boolean;
  form: 'line' | 'bars';
  unit: MetricUnit;
  threshold?: { value: number; label: string };
  /** What a number on the axis counts, where its label does not say so. */
  axisUnit?: string;
  /** A value of the axis in the unit that suits its top. */
  tick: (value: number, top: number) => string;
  summary: string;
}

/** The next threshold that judges a metric, and its level. @public */
export interface MetricTarget {
  level: Level;
  criterion: MetricCriterion;
}

/**
 * The thresholds worth drawing, by metric: the lowest level that is not met
 * yet, else the highest that is.
 *
 * @public
 */
export function metricTargets(scorecard: Scorecard): Map<string, MetricTarget> {
  const byMetric = new Map<string, CriterionCard[]>();
  for (const card of criteriaOf(scorecard.root)) {
    if (card.criterion.kind === 'metric') {
      const { metric } = card.criterion;
      byMetric.set(metric, [...(byMetric.get(metric) ?? []), card]);
    }
  }
  const targets = new Map<string, MetricTarget>();
  for (const [metric, cards] of byMetric) {
    const sorted = [...cards].sort(
      (a, b) => a.criterion.level - b.criterion.level,
    );
    const next =
      sorted.find(card => card.result.outcome !== 'pass') ??
      sorted[sorted.length - 1];
    if (next.criterion.kind === 'metric') {
      targets.set(metric, {
        level: next.criterion.level,
        criterion: next.criterion,
      });
    }
  }
  return targets;
}

/** A metric's series with its threshold, ready to be drawn or read. @public */
export function toMetricTrendView(
  series: MetricSeries,
  options: TrendOptions & {
    definition?: MetricDefinition;
    target?: MetricTarget;
  },
): MetricTrendView {
  const { texts, timeZone, definition, target } = options;
  const statistic =
    target?.criterion.statistic ??
    definition?.statistic ??
    series.points[0]?.statistic ??
    'value';
  const unit = definition?.unit ?? series.points[0]?.unit ?? 'count';
  const title = definition ? pickText(texts, definition.title) : series.metric;
  const points = series.points.map((measurement): MetricTrendPoint => {
    const { from } = measurement.window;
    const shown = toMeasurementView({
      ...{ measurement, statistic, texts, timeZone },
    });
    const value = statisticOf(measurement, statistic);
    return {
      at: from,
      day: formatDay({ at: from, texts, timeZone }),
      date: formatDate({ at: from, texts, timeZone }),
      window: measurement.window,
      value,
      shown: shown.value,
      tooFew: value !== undefined && measurement.status === 'insufficient',
      sample: String(measurement.n),
      status: statusOf(measurement, shown.notes, texts),
    };
  });
  const latest = [...points].reverse().find(point => point.shown);
  return {
    metric: series.metric,
    title,
    statistic:
      statistic === 'value' ? undefined : texts.t(`statistic.${statistic}`),
    points,
    hasTooFew: points.some(point => point.tooFew),
    unit,
    form: unit === 'count' || unit === 'per-day' ? 'bars' : 'line',
    threshold: target && {
      value: target.criterion.threshold,
      label: texts.t('trend.threshold', {
        level: String(target.level),
        threshold: thresholdOf(target, unit, texts).sign,
      }),
    },
    axisUnit: unit === 'per-day' ? texts.t('trend.perDay') : undefined,
    tick: (value, top) =>
      unit === 'per-day'
        ? formatNumber({ value, texts, digits: 2 })
        : formatValue({ value, unit, texts, like: top, digits: 2 }),
    summary: latest
      ? texts.t(
          latest.tooFew ? 'trend.metricSummaryTooFew' : 'trend.metricSummary',
          { title, value: latest.shown ?? '' },
        )
      : texts.t('trend.metricSummaryEmpty', { title }),
  };
}

function thresholdOf(
  target: MetricTarget,
  unit: Measurement['unit'],
  texts: Texts,
): ThresholdView {
  const { operator, threshold } = target.criterion;
  return toThresholdView({
    operator,
    threshold: formatValue({ value: threshold, unit, texts, digits: 2 }),
    texts,
  });
}

function statusOf(
  measurement: Measurement,
  notes: string[],
  texts: Texts,
): string {
  if (measurement.status === 'no-source' && measurement.missing?.length) {
    return texts.t('reason.noSource', {
      kinds: kindWords(measurement.missing, texts),
    });
  }
  return notes.join(', ');
}
