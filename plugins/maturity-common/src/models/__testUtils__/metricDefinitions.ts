import type { MetricDefinition } from '../../metrics';

function definition(
  options: Pick<MetricDefinition, 'id' | 'unit' | 'direction'>,
): MetricDefinition {
  const statistic = options.unit === 'duration' ? 'mean' : 'value';
  return {
    ...options,
    area: 'build',
    title: { en: options.id, 'zh-CN': options.id },
    description: { en: options.id, 'zh-CN': options.id },
    statistic,
    statistics:
      statistic === 'mean'
        ? ['mean', 'p50', 'p85', 'p90', 'p95', 'max']
        : ['value'],
    requires: [],
    minimum: 1,
    source: 'test',
    page: 'metrics/test.md',
  };
}

/** One metric of each unit. */
export const metricDefinitions: ReadonlyMap<string, MetricDefinition> = new Map(
  (
    [
      { id: 'release-rate', unit: 'ratio', direction: 'higher' },
      { id: 'failure-rate', unit: 'ratio', direction: 'lower' },
      { id: 'feedback-time', unit: 'duration', direction: 'lower' },
      { id: 'frequency', unit: 'per-day', direction: 'higher' },
      { id: 'blockers', unit: 'count', direction: 'lower' },
    ] as const
  ).map(options => [options.id, definition(options)]),
);
