import type {
  MetricDefinition,
  MetricUnit,
} from '@devops-scorecards/plugin-maturity-common';

const units: Record<MetricUnit, string> = {
  ratio: 'share, 0 to 1',
  duration: 'milliseconds',
  count: 'count',
  'per-day': 'per day',
};

/**
 * The index of the metrics' pages, as Markdown.
 *
 * @remarks
 *
 * `docs/metrics/README.md` is this text of the built-in metrics, and a test
 * fails when it is not.
 *
 * @param definitions - in the order in which they are listed
 */
export function renderMetricIndex(
  definitions: readonly MetricDefinition[],
): string {
  const sections = definitions.flatMap(definition => {
    const { id, area, title, description, unit, direction, statistic } =
      definition;
    const { requires, minimum, source } = definition;
    return [
      '',
      `## [${title.en}](./${id}.md) · ${title['zh-CN']}`,
      '',
      description.en,
      '',
      description['zh-CN'],
      '',
      `- id: \`${id}\``,
      `- area: ${area}`,
      `- unit: ${units[unit]}${statistic === 'value' ? '' : `, ${statistic}`}`,
      `- better: ${direction}`,
      `- facts: ${requires.join(', ')}`,
      `- minimum sample: ${minimum === 0 ? 'none' : minimum}`,
      `- source: ${source}`,
    ];
  });
  return [
    '# Metrics',
    '',
    '<!-- Generated from the definitions of the metrics. Change them and run the test of this file with UPDATE_DOCS=1. -->',
    '',
    'Each metric is a pure function from the facts of an entity in a half-open',
    'window to a measurement. What holds for all of them (statuses, windows,',
    'samples, evidence) is on [a page of its own](./measurements.md), and so is',
    'what a [fault](./faults.md) is to the metrics of incidents, alerts and',
    'availability; when things count is [ADR 0003](../adr/0003-time.md); words are',
    'in the [glossary](../glossary.md).',
    ...sections,
    '',
  ].join('\n');
}
