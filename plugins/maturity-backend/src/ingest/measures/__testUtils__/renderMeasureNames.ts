import type { MeasureName } from '@devops-scorecards/plugin-maturity-common';

const UNITS: Record<MeasureName['unit'], string> = {
  ratio: '`part`, `total`',
  count: '`value`, a count',
  times: '`value`, a multiple',
  'duration-ms': '`value`, milliseconds',
};

/**
 * The table of names in `docs/events/measures.md`, as Markdown.
 *
 * @param names - in the order in which they are listed
 */
export function renderMeasureNames(names: readonly MeasureName[]): string {
  const rows = names.map(({ name, ofCode, title, counts, unit, metrics }) => [
    `\`${name}\`${ofCode ? ' _of code_' : ''}`,
    UNITS[unit],
    `${title.en}: ${counts.en}`,
    `${title['zh-CN']}：${counts['zh-CN']}`,
    metrics.map(id => `[${id}](../metrics/${id}.md)`).join(', '),
  ]);
  return [
    ['Name', 'Send', 'What it counts', '含义', 'Metrics'],
    ['---', '---', '---', '---', '---'],
    ...rows,
  ]
    .map(cells => `| ${cells.join(' | ')} |`)
    .join('\n');
}
