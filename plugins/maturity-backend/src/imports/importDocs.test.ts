import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { mappingContext } from '../ingest/__testUtils__/mappingContext';
import { COMMON_COLUMNS, KIND_COLUMNS } from './domain/historyColumns';
import { readHistoryLines } from './domain/readHistoryLines';

const text = readFileSync(
  resolve(__dirname, '../../../../docs/events/import.md'),
  'utf8',
);

describe('docs/events/import.md', () => {
  it.each(Object.entries(KIND_COLUMNS))(
    'lists the columns of a %s and no others',
    (kind, columns) => {
      const section = new RegExp(`### ${kind}\\n([^]*?)\\n##`).exec(text)![1];
      const words = [...section.matchAll(/`(\w+)`(?! or `push`)/g)]
        .map(([, word]) => word)
        .filter(word => !['request', 'push'].includes(word));
      expect(new Set(words)).toEqual(new Set(Object.keys(columns)));
    },
  );

  it('lists the columns that all have', () => {
    for (const column of Object.keys(COMMON_COLUMNS)) {
      expect(text).toContain(`\`${column}\``);
    }
  });

  it('shows a table that is taken', () => {
    const example = /```csv\n([^]*?)```/.exec(text)![1];
    const lines = example
      .trim()
      .split('\n')
      .map(line => ({ bytes: new TextEncoder().encode(line), end: 0 }));
    const read = readHistoryLines(lines, {
      format: 'csv',
      after: 0,
      context: mappingContext,
      limits: { maxBatch: 1, maxDepth: 9 },
      maxLine: 1_000,
    });
    expect(
      read.ok &&
        read.value.events.map(({ id, event }) => [
          id,
          event.ok ? event.value.statements[0].kind : event.refusal.message,
        ]),
    ).toEqual([
      ['d-1', 'deployment'],
      ['4711', 'run'],
      ['INC-32', 'incident'],
    ]);
  });
});
