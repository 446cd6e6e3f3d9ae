import fs from 'node:fs';
import { modelDocs } from '../../scripts/modelDocs';

describe('docs/models', () => {
  it('says what the model packs say', async () => {
    for (const { file, text } of await modelDocs()) {
      // When this fails, run
      // node plugins/maturity-backend/scripts/generate-model-docs.cjs
      expect(fs.readFileSync(file, 'utf8')).toBe(text);
    }
  });
});
