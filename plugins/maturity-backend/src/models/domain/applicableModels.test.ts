import type {
  Model,
  ModelTarget,
} from '@devops-scorecards/plugin-maturity-common';
import { applicableModels } from './applicableModels';
import type { PrimaryModelRule } from './applicableModels';
import { modelSubject } from './modelSubject';
import type { ModelSubject } from './modelSubject';
import { exampleModel } from '../__testUtils__/exampleModel';

function applied(options: {
  subject?: Partial<ModelSubject>;
  targets: Record<string, ModelTarget | undefined>;
  rules?: PrimaryModelRule[];
  more?: Record<string, Pick<Partial<Model>, 'scorecard' | 'companion'>>;
}): string[] {
  return applicableModels({
    subject: {
      kind: 'Component',
      type: 'service',
      models: {},
      ...options.subject,
    },
    versions: Object.entries(options.targets).map(([id, target]) => ({
      model: exampleModel({ id, target, ...options.more?.[id] }),
    })),
    primaryModel: options.rules ?? [],
  }).map(({ version, primary }) => `${version.model.id}${primary ? '*' : ''}`);
}

const stability = { scorecard: 'stability' } as const;
const components = { kinds: ['component'] };

describe('applicableModels', () => {
  it.each<[string, Parameters<typeof applied>[0], string[]]>([
    ['no target', { targets: { a: undefined } }, []],
    ['the target', { targets: { a: components, b: undefined } }, ['a*']],
    [
      'another kind',
      { subject: { kind: 'System' }, targets: { a: components } },
      [],
    ],
    [
      'another type',
      { targets: { a: { kinds: ['Component'], types: ['library'] } } },
      [],
    ],
    [
      'a tier that is not known',
      { targets: { a: { kinds: ['Component'], tiers: ['1'] } } },
      [],
    ],
    [
      'the annotation, and it is primary',
      {
        subject: { models: { maturity: 'z' } },
        targets: { a: components, z: undefined },
      },
      ['z*', 'a'],
    ],
    [
      'an annotation that names nothing',
      {
        subject: { models: { maturity: 'y' } },
        targets: { a: components, z: undefined },
      },
      ['a*'],
    ],
    [
      'a rule, which applies its model as well',
      {
        targets: { a: components, z: undefined },
        rules: [{ kind: 'component', model: 'z' }],
      },
      ['z*', 'a'],
    ],
    [
      'the first rule that fits',
      {
        subject: { tier: '1' },
        targets: { a: components, b: components, c: components },
        rules: [
          { kind: 'component', tier: '2', model: 'a' },
          { kind: 'Component', type: 'Service', tier: '1', model: 'c' },
          { kind: 'component', model: 'b' },
        ],
      },
      ['c*', 'a', 'b'],
    ],
    [
      'the annotation before a rule',
      {
        subject: { models: { maturity: 'a' } },
        targets: { a: components, z: components },
        rules: [{ kind: 'component', model: 'z' }],
      },
      ['a*', 'z'],
    ],
    [
      'the more specific target',
      {
        subject: { tier: '1' },
        targets: {
          a: components,
          b: { ...components, types: ['service'] },
          c: { ...components, types: ['service'], tiers: ['1'] },
        },
      },
      ['c*', 'a', 'b'],
    ],
    [
      'the id at last',
      { targets: { b: components, a: components } },
      ['a*', 'b'],
    ],
    [
      'the scorecard, each with a primary of its own',
      {
        targets: { a: components, b: components, c: components, d: components },
        more: { a: stability, b: stability },
      },
      ['c*', 'a*', 'b', 'd'],
    ],
    [
      'the annotation of the scorecard',
      {
        subject: { models: { stability: 'b' } },
        targets: { a: components, b: undefined, c: components },
        more: { a: stability, b: stability },
      },
      ['c*', 'b*', 'a'],
    ],
    [
      'no annotation of the other scorecard',
      {
        subject: { models: { maturity: 'b', stability: 'c' } },
        targets: { a: components, b: undefined, c: components },
        more: { a: stability, b: stability },
      },
      ['c*', 'a*'],
    ],
    [
      'the first rule of each scorecard',
      {
        targets: { a: components, b: components, c: components, d: components },
        more: { a: stability, b: stability },
        rules: [
          { kind: 'component', model: 'b' },
          { kind: 'component', model: 'd' },
          { kind: 'component', model: 'a' },
        ],
      },
      ['d*', 'b*', 'a', 'c'],
    ],
    [
      'the model that a companion accompanies',
      {
        targets: { a: { ...components, types: ['service'] }, b: components },
        more: { a: { companion: true } },
      },
      ['b*', 'a'],
    ],
    [
      'no companion alone, whoever names it',
      {
        subject: { models: { stability: 'a' } },
        targets: { a: components, b: components },
        more: { a: { ...stability, companion: true } },
        rules: [{ kind: 'component', model: 'a' }],
      },
      ['b*'],
    ],
  ])('goes by %s', (_, options, expected) => {
    expect(applied(options)).toEqual(expected);
  });
});

describe('modelSubject', () => {
  it('reads kind, type, tier and annotations', () => {
    expect(
      modelSubject({
        kind: 'Component',
        metadata: {
          annotations: {
            'devops-scorecards.io/maturity-model': ' a ',
            'devops-scorecards.io/stability-model': 'b',
          },
          labels: { 'devops-scorecards.io/tier': '1' },
        },
        spec: { type: 'service', tier: '2' },
      }),
    ).toEqual({
      kind: 'Component',
      type: 'service',
      tier: '1',
      models: { maturity: 'a', stability: 'b' },
    });
  });

  it('takes what is there', () => {
    expect(modelSubject({ kind: 'API', spec: { tier: '2' } })).toEqual({
      kind: 'API',
      type: undefined,
      tier: '2',
      models: {},
    });
  });
});
