import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ConfigReader } from '@backstage/config';
import { subItemsOf } from '@devops-scorecards/plugin-maturity-common';
import { builtInMetrics } from '../metrics';
import { loadModelPack } from './loadModelPack';
import { loadModels } from './loadModels';
import { readModelPacks } from './readModelPacks';
import { readModelsConfig } from './readModelsConfig';

const metrics = new Map(
  builtInMetrics.map(({ definition }) => [definition.id, definition]),
);

const pack = `
id: mini
version: '1'
effectiveFrom: '2026-01-01'
title: &text { en: text, zh-CN: 文字 }
description: *text
attribution: *text
levels:
  - { level: 1, title: *text }
  - { level: 2, title: *text }
children:
  - id: item
    title: *text
    criteria:
      - id: success
        level: 2
        kind: metric
        title: *text
        metric: build-success-rate
        statistic: value
        operator: '>='
        threshold: 80%
        onNone: undecided
        provenance: { kind: inferred, source: test }
`;

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('It did not fail');
}

describe('loadModelPack', () => {
  it('reads a pack', () => {
    const model = loadModelPack({ file: 'mini.yaml', yaml: pack, metrics });
    expect(model).toMatchObject({ id: 'mini', maxLevel: 2 });
    expect(subItemsOf(model)[0].criteria[0]).toMatchObject({ threshold: 0.8 });
  });

  it('reads the example of the documentation', () => {
    const page = fs.readFileSync(
      path.resolve(__dirname, '../../../../docs/models/format.md'),
      'utf8',
    );
    const [, yaml] = page.match(/## An example\s+```yaml\n([^`]*)```/)!;
    const file = 'format.md';
    expect(loadModelPack({ file, yaml, metrics }).id).toBe('acme-delivery');
  });

  it('lists every problem with file, line, path and fix', () => {
    const yaml = pack
      .replace('80%', '0.8')
      .replace('build-success-rate', 'build-success-rate\n        unit: ratio')
      .replace("version: '1'", 'version: 1');
    expect(messageOf(() => loadModelPack({ file: 'mini.yaml', yaml, metrics })))
      .toBe(`The model packs have 3 problems:
- mini.yaml:3 version is not text; add a version in quotes such as "1.0.0"
- mini.yaml:15 children[0].criteria[0] has unknown keys: unit; remove or rename them; a metric criterion has kind, id, level, title, guidance, effort, waivable, provenance, mustHave, metric, statistic, operator, threshold, onNone, alternative
- mini.yaml:23 children[0].criteria[0].threshold does not fit build-success-rate: 0.8; write a percentage from 0% to 100%, such as 95%`);
  });

  it.each([
    [
      'a key twice',
      pack.replace('version:', 'id: again\nversion:'),
      /mini.yaml:3 is not valid YAML: /,
    ],
    ['broken YAML', 'id: [', /mini.yaml:1 is not valid YAML: /],
    [
      'an empty file',
      '',
      /mini.yaml:1 \(top\) is not a model; write a model with id, version/,
    ],
    [
      'an alias of itself',
      'children: &a [{ id: x, children: *a }]',
      /mini.yaml uses YAML aliases/,
    ],
  ])('refuses %s', (_, yaml, message) => {
    expect(
      messageOf(() => loadModelPack({ file: 'mini.yaml', yaml, metrics })),
    ).toMatch(message);
  });
});

describe('loadModels', () => {
  it('lists the problems of all packs', () => {
    const packs = [
      { file: 'a.yaml', yaml: pack },
      { file: 'b.yaml', yaml: pack },
      { file: 'c.yaml', yaml: pack.replace('80%', '80') },
    ];
    expect(messageOf(() => loadModels({ packs, metrics })))
      .toBe(`The model packs have 2 problems:
- b.yaml id repeats the model id "mini" of a.yaml; give one of them another id
- c.yaml:22 children[0].criteria[0].threshold does not fit build-success-rate: 80; write a percentage from 0% to 100%, such as 95%`);
  });

  it('refuses a rule for a model that is not there', () => {
    const config = new ConfigReader({
      maturity: {
        models: ['packs'],
        primaryModel: [
          { kind: 'component', model: 'mini' },
          { kind: 'component', tier: '1', model: 'maxi' },
        ],
      },
    });
    const { paths, primaryModel } = readModelsConfig(config);
    expect(paths).toEqual(['packs']);
    expect(
      messageOf(() =>
        loadModels({
          packs: [{ file: 'a.yaml', yaml: pack }],
          metrics,
          primaryModel,
        }),
      ),
    ).toBe(`The model packs have a problem:
- configuration maturity.primaryModel[1].model names the unknown model "maxi"; use one of mini`);
  });

  it('refuses a rule for a model that only accompanies others', () => {
    expect(
      messageOf(() =>
        loadModels({
          packs: [
            { file: 'a.yaml', yaml: pack },
            {
              file: 'b.yaml',
              yaml: `companion: true${pack.replace('id: mini', 'id: beside')}`,
            },
          ],
          metrics,
          primaryModel: [{ kind: 'component', model: 'beside' }],
        }),
      ),
    ).toBe(`The model packs have a problem:
- configuration maturity.primaryModel[0].model names "beside", which only accompanies others; use one of mini`);
  });

  it('needs no configuration', () => {
    expect(readModelsConfig(new ConfigReader({}))).toEqual({
      paths: [],
      primaryModel: [],
    });
  });
});

describe('readModelPacks', () => {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'packs-'));

  afterAll(() => fs.rmSync(directory, { recursive: true }));

  it('reads the packs of the product, directories and files', async () => {
    for (const name of ['b.yml', 'a.yaml', 'notes.txt']) {
      fs.writeFileSync(path.join(directory, name), pack);
    }
    const packs = await readModelPacks([
      directory,
      path.join(directory, 'b.yml'),
    ]);
    expect(packs.map(({ file }) => path.basename(file))).toEqual([
      'caict-part11.yaml',
      'caict-part14.yaml',
      'caict-part2.yaml',
      'caict-part3.yaml',
      'caict-part4.yaml',
      'caict-part5.yaml',
      'caict-part6.yaml',
      'caict-part8.yaml',
      'cncf-platform.yaml',
      'csa-safeguards.yaml',
      'csa-stability.yaml',
      'dora-delivery.yaml',
      'production-readiness.yaml',
      'starter.yaml',
      'a.yaml',
      'b.yml',
      'b.yml',
    ]);
  });

  it('says which path cannot be read', async () => {
    await expect(readModelPacks(['no/such/pack.yaml'])).rejects.toThrow(
      'The configuration maturity.models names no/such/pack.yaml, which cannot be read; correct or remove the path',
    );
  });
});
