// Writes docs/models/<model>.md from the model packs:
//   node plugins/maturity-backend/scripts/generate-model-docs.cjs
const fs = require('node:fs');

// Lets Node read the TypeScript of this repository.
require('@backstage/cli/config/nodeTransform.cjs');

const { modelDocs } = require('./modelDocs.ts');

modelDocs().then(pages => {
  for (const { file, text } of pages) {
    fs.writeFileSync(file, text);
    process.stdout.write(`${file}\n`);
  }
});
