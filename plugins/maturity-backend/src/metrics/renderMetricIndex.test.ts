import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { builtInMetrics } from './builtInMetrics';
import { renderMetricIndex } from './renderMetricIndex';

const docs = resolve(__dirname, '../../../../docs');

describe('docs/metrics', () => {
  const definitions = builtInMetrics.map(({ definition }) => definition);

  it('has an index that is up to date, else run this test with UPDATE_DOCS=1', () => {
    const file = resolve(docs, 'metrics/README.md');
    const index = renderMetricIndex(definitions);
    if (process.env.UPDATE_DOCS) {
      writeFileSync(file, index);
    }
    expect(readFileSync(file, 'utf8')).toBe(index);
  });

  it.each(definitions.map(definition => [definition.id, definition] as const))(
    'has a page for %s that agrees with its definition',
    (_, { page, title, description, minimum, direction, requires, source }) => {
      const text = readFileSync(resolve(docs, page), 'utf8');
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
});
