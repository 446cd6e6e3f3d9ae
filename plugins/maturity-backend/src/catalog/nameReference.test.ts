import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { renderNames } from './__testUtils__/renderNames';

const PAGE = resolve(__dirname, '../../../../docs/events/names.md');

/** Without what prettier changes: white space and the rules of tables. */
function normalised(text: string): string {
  return text.replace(/\s+/g, '').replace(/-{3,}/g, '---');
}

describe('the page of names', () => {
  it('lists every annotation and scheme', () => {
    if (process.env.UPDATE_DOCS) {
      writeFileSync(PAGE, renderNames());
    }
    expect(normalised(readFileSync(PAGE, 'utf8'))).toBe(
      normalised(renderNames()),
    );
  });
});
