import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  MEASURE_NAMES,
  subItemsOf,
} from '@devops-scorecards/plugin-maturity-common';
import { loadModels } from '../../models/loadModels';
import { readModelPacks } from '../../models/readModelPacks';
import { daysAgo, input, measure } from '../__testUtils__/facts';
import { builtInMetrics } from '../builtInMetrics';
import { METRIC_CATALOGUE } from '../domain/catalogue';
import { portfolioMetrics } from '../domain/portfolio';
import { builtInReadings, measureMetric } from '../domain/measures';
import { READING_TEXTS } from './readingTexts';
import { renderCatalogue } from './renderCatalogue';
import { renderMetricIndex } from './renderMetricIndex';
import { renderPortfolioPage } from './renderPortfolioPage';
import { renderReadingPage } from './renderReadingPage';
import { renderReadings } from './renderReadings';

const FOLDER = resolve(__dirname, '../../../../../docs');

const definitions = builtInMetrics.map(({ definition }) => definition);

/** Their pages were there before those of readings were generated. */
const WRITTEN_BY_HAND = [
  'unit-test-coverage',
  'new-code-coverage',
  'api-automation-coverage',
  'automated-pass-rate',
];

/** Without what prettier changes: white space and the rules of tables. */
function normalised(text: string): string {
  return text.replace(/\s+/g, '').replace(/-{3,}/g, '---');
}

/**
 * A file of the documentation. Where it is not the text that it should be and
 * `UPDATE_DOCS=1` is in the environment, it is written; run prettier afterwards.
 */
function readDocument(file: string, text: string): string {
  const path = resolve(FOLDER, file);
  const current = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (process.env.UPDATE_DOCS && normalised(current) !== normalised(text)) {
    writeFileSync(path, text);
    return text;
  }
  return current;
}

describe('docs/metrics is up to date, else run this test with UPDATE_DOCS=1', () => {
  it.each<readonly [string, string]>([
    ['README.md', renderMetricIndex(definitions)],
    ['catalogue.md', renderCatalogue(definitions)],
    ['readings.md', renderReadings()],
    ...portfolioMetrics.map(
      metric => [`${metric.id}.md`, renderPortfolioPage(metric)] as const,
    ),
    ...builtInReadings
      .filter(({ id }) => !WRITTEN_BY_HAND.includes(id))
      .map(metric => [`${metric.id}.md`, renderReadingPage(metric)] as const),
  ])('%s', (file, text) => {
    const current = readDocument(`metrics/${file}`, text);
    expect(normalised(current)).toBe(normalised(text));
  });
});

it.each(definitions.map(definition => [definition.id, definition] as const))(
  'there is a page for %s that agrees with its definition',
  (_, { page, title, description, minimum, direction, requires, source }) => {
    const text = readFileSync(resolve(FOLDER, page), 'utf8');
    expect(text).toMatch(`# ${title.en} · ${title['zh-CN']}\n`);
    const flat = text.replace(/\s+/g, ' ');
    expect(flat).toContain(description['zh-CN']);
    expect(flat).toContain(
      `| minimum sample | ${minimum === 0 ? 'none' : minimum} |`,
    );
    expect(flat).toContain(`| better | ${direction} |`);
    expect(flat).toContain(`| facts | ${requires.join(', ')} |`);
    expect(flat).toContain(`| source | ${source} |`);
    for (const status of [
      'ok',
      'insufficient',
      'none',
      'no-source',
      'stale',
      'error',
    ]) {
      expect(flat).toContain(`| \`${status}\` |`);
    }
    for (const heading of [
      'Definition',
      'Statuses',
      'Edge cases',
      'Worked example',
      'What others do',
    ]) {
      expect(text).toContain(`## ${heading}\n`);
    }
  },
);

it.each(builtInReadings.map(metric => [metric.id, metric] as const))(
  'the page of %s says how to send its reading',
  (_, { id, measure: name }) => {
    const text = readFileSync(resolve(FOLDER, `metrics/${id}.md`), 'utf8');
    expect(text).toContain(`maturity measure --name ${name} `);
  },
);

it.each(Object.entries(READING_TEXTS))(
  'the worked example of a %s is right',
  (kind, { example }) => {
    const metric = measureMetric({
      ...builtInReadings[0],
      measure: 'example',
      kind: kind as keyof typeof READING_TEXTS,
    });
    const facts = example.readings.map((fields, i) =>
      measure(`${i}`, {
        name: 'example',
        measuredAt: daysAgo(60 - i),
        ...fields,
      }),
    );
    expect(metric.measure(input({ facts }))).toMatchObject({
      status: 'ok',
      value: example.value,
    });
  },
);

describe('the catalogue', () => {
  const entries = METRIC_CATALOGUE.flatMap(group => group.entries);

  /** Metrics of the ten processes, by process. */
  const PROCESSES = [4, 4, 5, 4, 6, 6, 4, 5, 4, 4];

  it('names every item of the references, once', () => {
    const ids = entries.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const numbered = [
      ...Array.from(
        { length: 34 },
        (_, i) => `M${String(i + 1).padStart(2, '0')}`,
      ),
      ...['M21b', 'M22b', 'M25a'],
      ...PROCESSES.flatMap((count, i) =>
        Array.from({ length: count }, (_, n) => `S${i + 1}.${n + 1}`),
      ),
      'Deployment frequency',
      'Change lead time',
      'Change fail rate',
      'Failed deployment recovery time',
      'Deployment rework rate',
    ];
    expect(ids).toEqual(expect.arrayContaining(numbered));
  });

  it('has a metric or an attestation for each', () => {
    expect(
      entries.filter(
        ({ metrics, attestation }) =>
          metrics.length === 0 && attestation === undefined,
      ),
    ).toEqual([]);
  });

  it('names metrics that exist', () => {
    const ids = new Set(definitions.map(({ id }) => id));
    expect(
      entries.flatMap(({ metrics }) => metrics).filter(id => !ids.has(id)),
    ).toEqual([]);
  });

  it('names attestations that the model asks for', async () => {
    const models = loadModels({
      packs: await readModelPacks([]),
      metrics: new Map(definitions.map(each => [each.id, each])),
    });
    const stability = models.find(({ id }) => id === 'csa-stability')!;
    const asked = new Set(
      subItemsOf(stability)
        .flatMap(({ criteria }) => criteria)
        .filter(({ kind }) => kind === 'attestation')
        .map(({ id }) => id),
    );
    expect(
      entries.flatMap(({ attestation }) =>
        attestation === undefined || asked.has(attestation)
          ? []
          : [attestation],
      ),
    ).toEqual([]);
  });
});

it('names of readings and metrics of readings agree', () => {
  const read = definitions.flatMap(({ id, measure: name }) =>
    name === undefined ? [] : [`${name} ${id}`],
  );
  const listed = MEASURE_NAMES.flatMap(({ name, metrics }) =>
    metrics.map(id => `${name} ${id}`),
  );
  expect([...read].sort()).toEqual([...listed].sort());
});
