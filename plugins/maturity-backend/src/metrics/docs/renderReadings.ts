import {
  MEASURE_NAMES,
  type MeasureName,
} from '@devops-scorecards/plugin-maturity-common';

const UNITS: Readonly<Record<MeasureName['unit'], string>> = {
  ratio: 'share, 0 to 1',
  count: 'count',
  times: 'times, a multiple',
  'duration-ms': 'milliseconds',
};

/** The names of readings that built-in metrics know, as Markdown. */
export function renderReadings(): string {
  const topics = [...new Set(MEASURE_NAMES.map(({ about }) => about))];
  return [
    '# Readings',
    '',
    '<!-- Generated from MEASURE_NAMES of plugins/maturity-common. Change that and run the test of this file with UPDATE_DOCS=1, then prettier. -->',
    '',
    'A reading is something that a tool or a person counted: coverage, inspections,',
    'drills. It is sent [as an event](../events/README.md#measures) or by',
    '`maturity measure`, under one of these names or one of your own, and says',
    'either a share (`part` of `total`) or one `value`. [ADR',
    '0011](../adr/0011-metrics-of-measures.md) says how metrics are made of readings.',
    '',
    'Readings **of code** count only where they are said to be of the trunk; all',
    'others have no branch.',
    '',
    'What states how things stand (a coverage, a number of open issues) is read again',
    'at least once in every window of 90 days, or its metric is undecided; what',
    'counts events (inspections, drills, backups) is sent when they happened.',
    ...topics.flatMap(about => [
      '',
      `## ${about}`,
      '',
      '| Name | Form | What it counts | Of code | Metrics |',
      '| --- | --- | --- | --- | --- |',
      ...MEASURE_NAMES.filter(measure => measure.about === about).map(
        renderRow,
      ),
    ]),
    '',
  ].join('\n');
}

function renderRow({
  name,
  form,
  unit,
  counts,
  ofCode,
  metrics,
}: MeasureName): string {
  const links = metrics.map(id => `[\`${id}\`](./${id}.md)`).join('<br>');
  const said =
    form === 'share' ? '`part` of `total`' : `\`value\`, ${UNITS[unit]}`;
  return `| \`${name}\` | ${said} | ${counts.en}<br>${counts['zh-CN']} | ${
    ofCode ? 'yes' : 'no'
  } | ${links} |`;
}
