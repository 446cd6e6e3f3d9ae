import {
  METRIC_AREAS,
  type MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import { UNIT_NAMES } from './unitNames';

/**
 * The index of the metrics' pages, as Markdown.
 *
 * @remarks
 *
 * `docs/metrics/README.md` is this text of the built-in metrics, and a test
 * fails when it is not.
 *
 * @param definitions - in the order in which they are listed in their area
 */
export function renderMetricIndex(
  definitions: readonly MetricDefinition[],
): string {
  const areas = METRIC_AREAS.map(area => ({
    ...area,
    metrics: definitions.filter(definition => definition.area === area.id),
  })).filter(({ metrics }) => metrics.length > 0);
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
    '',
    '[The catalogue](./catalogue.md) says which of them stands for which item of the',
    'standards, [readings](./readings.md) lists what tools and people may read and',
    'send, and [metrics of your own](./your-own.md) shows how to add one.',
    '',
    ...areas.map(
      ({ id, title, metrics }) =>
        `- [${title.en} · ${title['zh-CN']}](#${id}): ${metrics.length}`,
    ),
    ...areas.flatMap(({ id, title, metrics }) => [
      '',
      `<a id="${id}"></a>`,
      '',
      `## ${title.en} · ${title['zh-CN']}`,
      ...metrics.flatMap(renderEntry),
    ]),
    '',
  ].join('\n');
}

function renderEntry(definition: MetricDefinition): string[] {
  const { id, title, description, unit, direction, statistic } = definition;
  const { requires, measure, minimum, source } = definition;
  return [
    '',
    `### [${title.en}](./${id}.md) · ${title['zh-CN']}`,
    '',
    description.en,
    '',
    description['zh-CN'],
    '',
    `- id: \`${id}\``,
    `- unit: ${UNIT_NAMES[unit]}${
      statistic === 'value' ? '' : `, ${statistic}`
    }`,
    `- better: ${direction}`,
    `- facts: ${requires.join(', ')}`,
    ...(measure === undefined ? [] : [`- reading: \`${measure}\``]),
    `- minimum sample: ${minimum === 0 ? 'none' : minimum}`,
    `- source: ${source}`,
  ];
}
