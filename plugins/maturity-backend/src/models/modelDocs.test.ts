import fs from 'node:fs';
import { modelDocs } from '../../scripts/modelDocs';

/** The rows of the first table of a page: what decides each level. */
function decidingRows(page: string): string[][] {
  const [, table] = page.split('### What decides each level');
  return table
    .trim()
    .split('\n\n')[0]
    .split('\n')
    .slice(2)
    .map(row => row.split(' | ').map(cell => cell.replace(/^\| | \|$/g, '')));
}

describe('docs/models', () => {
  it('names what decides each level of the 15 sub-items', async () => {
    const pages = await modelDocs();
    const page = pages.find(({ file }) => file.endsWith('caict-part3.md'))!;
    const rows = decidingRows(page.text);
    expect(rows).toHaveLength(15);
    for (const [, ...cells] of rows) {
      expect(cells).toHaveLength(3);
      for (const cell of cells) {
        expect(cell).toMatch(
          /^(metric|catalog fact|attestation): .+ \(`[\w.-]+`\)/,
        );
      }
    }
  });

  it('says what the model packs say', async () => {
    for (const { file, text } of await modelDocs()) {
      // When this fails, run
      // node plugins/maturity-backend/scripts/generate-model-docs.cjs
      expect(fs.readFileSync(file, 'utf8')).toBe(text);
    }
  });
});
