import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { MEASURE_NAMES } from '@devops-scorecards/plugin-maturity-common';
import { renderMeasureNames } from './__testUtils__/renderMeasureNames';
import { MEASURE_COLUMNS, readCsvMeasures } from './domain/readMeasures';

const FILE = resolve(__dirname, '../../../../../docs/events/measures.md');

/** Without what prettier changes: white space and the rules of tables. */
function normalised(text: string): string {
  return text.replace(/\s+/g, '').replace(/-{3,}/g, '---');
}

describe('docs/events/measures.md', () => {
  const text = readFileSync(FILE, 'utf8');

  it('lists the names that are read, else run this test with UPDATE_DOCS=1', () => {
    const [before, listed, after] = text.split(
      /(?<=<!-- names -->)([^]*)(?=<!-- end of names -->)/,
    );
    const table = renderMeasureNames(MEASURE_NAMES);
    if (process.env.UPDATE_DOCS) {
      // Run prettier afterwards.
      writeFileSync(FILE, `${before}\n\n${table}\n\n${after}`);
      return;
    }
    expect(normalised(listed)).toBe(normalised(table));
  });

  it('explains every member, and shows a table that is taken', () => {
    for (const column of MEASURE_COLUMNS) {
      expect(text).toContain(`\`${column}\``);
    }
    const example = /```csv\n([^]*?)```/.exec(text)![1];
    const read = readCsvMeasures(example);
    expect(read.ok && read.value.map(({ ok }) => ok)).toEqual([true, true]);
  });
});
