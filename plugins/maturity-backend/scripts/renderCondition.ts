import type {
  MetricCondition,
  MetricDefinition,
  MetricUnit,
} from '@devops-scorecards/plugin-maturity-common';
import { WORDS } from './modelDocWords';
import type { Language } from './modelDocWords';

/** Metrics by id. */
export type Metrics = ReadonlyMap<string, MetricDefinition>;

/** A limit on a metric, with a link to the page of the metric. */
export function renderCondition(
  condition: MetricCondition,
  metrics: Metrics,
  language: Language,
): string {
  const { unit } = metrics.get(condition.metric)!;
  const operator = { '>=': '≥', '<=': '≤', '>': '>', '<': '<' }[
    condition.operator
  ];
  const name = renderMetricName(condition.metric, metrics, language);
  const limit = renderLimit(condition.threshold, unit);
  return `${
    WORDS[language].statistic[condition.statistic]
  }${name} ${operator} ${limit}`;
}

/** The title of a metric, with a link to its page. */
export function renderMetricName(
  id: string,
  metrics: Metrics,
  language: Language,
): string {
  const { title, page } = metrics.get(id)!;
  return `[${title[language]}](../${page})`;
}

function renderLimit(value: number, unit: MetricUnit): string {
  switch (unit) {
    case 'ratio':
      return `${Number((value * 100).toFixed(6))} %`;
    case 'duration':
      return renderDuration(value);
    case 'per-day':
      return value < 1
        ? `1 / ${Number((1 / value).toFixed(6))} d`
        : `${value} / d`;
    case 'times':
      return `${value}×`;
    default:
      return String(value);
  }
}

function renderDuration(milliseconds: number): string {
  const units: [string, number][] = [
    ['d', 86_400_000],
    ['h', 3_600_000],
    ['min', 60_000],
    ['s', 1_000],
  ];
  const [name, size] = units.find(([, each]) => milliseconds % each === 0) ?? [
    'ms',
    1,
  ];
  return `${milliseconds / size} ${name}`;
}
