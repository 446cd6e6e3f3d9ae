import fc from 'fast-check';
import type { Measurement } from '../../metrics';
import type { Criterion, Level, Model, ModelNode, OnNone } from '../../models';
import type { AssessmentInput, CriterionDecision } from '../types';
import { measurement, modelOf, ratioCriterion } from './scenario';

/** A model and what it is judged by; every metric criterion has its own metric. */
export interface Assessment {
  model: Model;
  input: AssessmentInput;
}

const title = { en: 'text', 'zh-CN': '文字' };
const level = fc.constantFrom<Level>(1, 2, 3, 4, 5);

const given = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      status: fc.constant('ok' as const),
      value: fc.constantFrom(0, 0.2, 0.49, 0.5, 0.51, 0.8, 1),
      n: fc.integer({ min: 10, max: 40 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      status: fc.constantFrom(
        'insufficient' as const,
        'none' as const,
        'no-source' as const,
        'stale' as const,
        'error' as const,
      ),
      n: fc.constant(0),
    }),
  },
);

interface Leaf {
  criterion: Criterion;
  given?: Measurement;
  decision?: CriterionDecision;
}

const metricLeaf: fc.Arbitrary<Leaf> = fc
  .record({
    level,
    given,
    onNone: fc.constantFrom<OnNone>('not-applicable', 'pass', 'undecided'),
    operator: fc.constantFrom<'>=' | '<='>('>=', '<='),
    decision: fc.oneof(
      { weight: 6, arbitrary: fc.constant(undefined) },
      {
        weight: 1,
        arbitrary: fc.constantFrom<CriterionDecision>(
          'waived',
          'not-applicable',
        ),
      },
    ),
  })
  .map(leaf => ({
    criterion: {
      ...ratioCriterion('', leaf.level),
      onNone: leaf.onNone,
      operator: leaf.operator,
    } as Criterion,
    given: measurement('', leaf.given),
    decision: leaf.decision,
  }));

const attestationLeaf: fc.Arbitrary<Leaf> = fc
  .record({
    level,
    decision: fc.constantFrom<CriterionDecision | undefined>(
      undefined,
      undefined,
      'attested',
      'waived',
    ),
  })
  .map(leaf => ({
    criterion: {
      ...ratioCriterion('', leaf.level),
      kind: 'attestation',
      statement: title,
    } as Criterion,
    decision: leaf.decision,
  }));

const sustainedLeaf: fc.Arbitrary<Leaf> = fc.constant({
  criterion: {
    kind: 'sustained',
    id: '',
    level: 5,
    title,
    provenance: { kind: 'inferred', source: 'test' },
    atLeast: 4,
    daysAgo: [0, 90],
  },
});

const leaves = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: metricLeaf },
    { weight: 2, arbitrary: attestationLeaf },
    { weight: 1, arbitrary: sustainedLeaf },
  ),
  { minLength: 1, maxLength: 7 },
);

/** Models of one to three groups of one to three sub-items. */
export const arbitraryAssessment: fc.Arbitrary<Assessment> = fc
  .tuple(
    fc.array(fc.array(leaves, { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.array(fc.constantFrom<Level | undefined>(undefined, 1, 3, 4, 5), {
      minLength: 9,
      maxLength: 9,
    }),
  )
  .map(([groups, past]) => {
    const measurements: Record<string, Measurement> = {};
    const decisions: Record<string, CriterionDecision> = {};
    const earlier = new Map<string, Level | undefined>();
    const children: ModelNode[] = groups.map((items, g) => ({
      id: `g${g}`,
      title,
      children: items.map((item, s) => {
        const id = `g${g}.s${s}`;
        earlier.set(id, past[g * 3 + s]);
        return {
          id,
          title,
          criteria: item.map((leaf, c) => {
            const criterionId = `${id}.c${c}`;
            if (leaf.given) {
              measurements[criterionId] = {
                ...leaf.given,
                metric: criterionId,
              };
            }
            if (leaf.decision) {
              decisions[criterionId] = leaf.decision;
            }
            return {
              ...leaf.criterion,
              id: criterionId,
              ...(leaf.criterion.kind === 'metric' && { metric: criterionId }),
            } as Criterion;
          }),
        };
      }),
    }));
    return {
      model: modelOf(children),
      input: { measurements, decisions, earlier: id => earlier.get(id) },
    };
  });
