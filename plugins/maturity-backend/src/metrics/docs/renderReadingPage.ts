import {
  measureNamed,
  type MeasureName,
} from '@devops-scorecards/plugin-maturity-common';
import type {
  ReadingKind,
  ReadingMetric,
} from '@devops-scorecards/plugin-maturity-node';
import { readingDefinition } from '../domain/measures/measureMetric';
import { READING_TEXTS } from './readingTexts';
import { UNIT_NAMES } from './unitNames';

/** Kinds whose values may leave the range of their unit. */
const UNITS_OF_KINDS: Readonly<Partial<Record<ReadingKind, string>>> = {
  'share-change': 'difference of two shares, -1 to 1',
};

/** The page of a built-in metric of readings, as Markdown. */
export function renderReadingPage(metric: ReadingMetric): string {
  const definition = readingDefinition(metric);
  const { id, title, description, unit, direction, minimum, source } =
    definition;
  const reading = measureNamed(metric.measure)!;
  const texts = READING_TEXTS[metric.kind];
  const trunk = reading.ofCode
    ? [
        'It reads code: only readings that are said to be of the trunk count.',
        '',
      ]
    : [];
  return [
    `# ${title.en} · ${title['zh-CN']}`,
    '',
    '<!-- Generated from the declaration of the metric. Change that and run the test of this file with UPDATE_DOCS=1, then prettier. -->',
    '',
    description.en,
    '',
    description['zh-CN'],
    '',
    '| | |',
    '| --- | --- |',
    `| id | \`${id}\` |`,
    `| unit | ${UNITS_OF_KINDS[metric.kind] ?? UNIT_NAMES[unit]} |`,
    `| better | ${direction} |`,
    '| facts | measure |',
    `| reading | \`${reading.name}\`, ${
      reading.form === 'share' ? 'a share' : 'one number'
    } |`,
    `| window | ${texts.window} |`,
    `| minimum sample | ${minimum === 0 ? 'none' : minimum} |`,
    `| source | ${source} |`,
    '',
    '## Definition',
    '',
    '```',
    ...fractionOf(texts.formula),
    '```',
    '',
    `${
      reading.form === 'share'
        ? `A reading named \`${reading.name}\` counts`
        : `The value of a reading named \`${reading.name}\` is:`
    } ${reading.counts.en}. ${texts.explanation}`,
    '',
    `读数 \`${reading.name}\`：${reading.counts['zh-CN']}。`,
    '',
    ...trunk,
    '## Sending it',
    '',
    '```sh',
    commandOf(reading),
    '```',
    '',
    `Or as an [event](../events/README.md#measures) whose subject is \`${reading.name}\`.`,
    '',
    '## Statuses',
    '',
    'What they mean for every metric is on [its own page](./measurements.md#statuses).',
    '',
    '| status | here |',
    '| --- | --- |',
    `| \`ok\` | ${texts.statuses.ok} |`,
    `| \`insufficient\` | ${texts.statuses.insufficient} |`,
    `| \`none\` | ${texts.statuses.none} |`,
    '| `no-source` | no source of measures is connected; or nobody has sent this reading in the window or in the 90 days before it |',
    '| `stale` | the source of measures has been silent for longer than its `staleAfter`; the value is kept |',
    '| `error` | the computation failed; the reason is kept |',
    '',
    '## Edge cases',
    '',
    ...texts.edgeCases.map(edgeCase => `- ${edgeCase}`),
    '',
    '## Worked example',
    '',
    texts.example.text,
    '',
    '## What others do',
    '',
    texts.others,
    '',
  ].join('\n');
}

function fractionOf([above, below]: readonly string[]): string[] {
  if (below === undefined) {
    return [above];
  }
  const width = Math.max(above.length, below.length);
  const centred = (line: string) =>
    `${' '.repeat(Math.floor((width - line.length) / 2))}${line}`;
  return [centred(above), '─'.repeat(width), centred(below)];
}

const VALUES: Readonly<Record<MeasureName['unit'], string>> = {
  ratio: '0.18',
  count: '3',
  times: '2.3',
  'duration-ms': '540000',
};

function commandOf({ name, form, unit, ofCode }: MeasureName): string {
  const said =
    form === 'share' ? '--part 19 --total 20' : `--value ${VALUES[unit]}`;
  return [
    `maturity measure --name ${name} ${said} \\`,
    `  --entity component:default/payments${
      ofCode ? ' --trunk --commit "$COMMIT"' : ''
    }`,
  ].join('\n');
}
