import type {
  Decision,
  DecisionState,
  FactRecord,
  Model,
} from '@devops-scorecards/plugin-maturity-common';

const text = (value: string) => ({ en: value, 'zh-CN': value });

/** An approved attestation from 1000 to 2000, unless told. */
export function attestation(overrides: Partial<Decision> = {}): Decision {
  const { author = 'user:default/lin', state = 'approved' } = overrides;
  return {
    id: 'd1',
    entityRef: 'component:default/payments',
    state,
    content: { kind: 'attest', model: 'm', criterionId: 'c1' },
    author,
    reason: 'the drill went well',
    evidence: [{ title: 'report', url: 'https://example.net/' }],
    createdAt: 1_000,
    validFrom: 1_000,
    validTo: 2_000,
    steps: [
      { seq: 1, state: 'proposed', actor: author, at: 1_000 },
      ...(state === 'proposed'
        ? []
        : [{ seq: 2, state, actor: 'user:default/zhao', at: 1_100 }]),
    ],
    ...overrides,
  };
}

/** A correction in a state, of a deployment. */
export function correction(
  state: DecisionState,
  overrides: Partial<Decision> = {},
): Decision {
  return attestation({
    state,
    validTo: undefined,
    content: {
      kind: 'correct',
      fact: { kind: 'deployment', source: 'ci', key: 'd7' },
      fields: { execution: 'pipeline' },
    },
    ...overrides,
  });
}

/** A model with one attested and one measured criterion. */
export const exampleModel: Model = {
  id: 'm',
  scorecard: 'maturity',
  version: '1',
  effectiveFrom: '2020-01-01',
  title: text('m'),
  description: text('m'),
  attribution: text('m'),
  levels: [],
  maxLevel: 4,
  children: [
    {
      id: 's',
      title: text('s'),
      criteria: [
        {
          id: 'c1',
          level: 2,
          kind: 'attestation',
          title: text('c1'),
          statement: text('c1'),
          provenance: { kind: 'inferred', source: 'test' },
        },
        {
          id: 'c2',
          level: 3,
          kind: 'catalog',
          title: text('c2'),
          path: 'spec.owner',
          provenance: { kind: 'inferred', source: 'test' },
        },
      ],
    },
  ],
};

/** A fact as lists have it. */
export function factRecord(
  overrides: Partial<FactRecord> & Pick<FactRecord, 'kind' | 'fields'>,
): FactRecord {
  return {
    source: 'ci',
    key: 'k',
    at: 1_000,
    generated: false,
    state: 'live',
    corrected: false,
    events: [{ seq: 3, id: 'e', type: 't', occurredAt: 1_000 }],
    ...overrides,
  };
}
