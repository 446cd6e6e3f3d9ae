import fc from 'fast-check';
import type { Measurement } from '../../metrics';
import type {
  Criterion,
  Level,
  MetricCondition,
  Model,
  ModelNode,
  OnNone,
} from '../../models';
import { conditionsOf } from '../../models';
import type { AssessmentInput, CriterionDecision } from '../types';
import { measurement, modelOf, ratioCriterion } from './scenario';

/**
 * A model and what it is judged by; every condition has its own metric. That of
 * a metric criterion's own limit has the id of the criterion.
 */
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
  /** In the order of {@link conditionsOf}. */
  given: Measurement[];
  decision?: CriterionDecision;
}

/** What every kind of criterion but the sustained one can say. */
const flags = {
  mustHave: fc.constantFrom(undefined, undefined, undefined, true),
  waivable: fc.constantFrom(undefined, undefined, undefined, false),
};

type Given = typeof given extends fc.Arbitrary<infer T> ? T : never;
type Side = '>=' | '<=';

const operator = fc.constantFrom<Side>('>=', '<=');

const alternative = fc.oneof(
  { weight: 3, arbitrary: fc.constant<{ given: Given; operator: Side }[]>([]) },
  {
    weight: 1,
    arbitrary: fc.array(fc.record({ given, operator }), {
      minLength: 1,
      maxLength: 2,
    }),
  },
);

function condition(side: MetricCondition['operator']): MetricCondition {
  return { metric: '', statistic: 'value', operator: side, threshold: 0.5 };
}

const metricLeaf: fc.Arbitrary<Leaf> = fc
  .record({
    level,
    given,
    onNone: fc.constantFrom<OnNone>('not-applicable', 'pass', 'undecided'),
    operator,
    alternative,
    ...flags,
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
      // Packs cannot have both.
      mustHave: leaf.alternative.length > 0 ? undefined : leaf.mustHave,
      waivable: leaf.waivable,
      ...(leaf.alternative.length > 0 && {
        alternative: leaf.alternative.map(other => condition(other.operator)),
      }),
    } as Criterion,
    given: [leaf, ...leaf.alternative].map(one => measurement('', one.given)),
    decision: leaf.decision,
  }));

const attestationLeaf: fc.Arbitrary<Leaf> = fc
  .record({
    level,
    contradiction: fc.option(given, { nil: undefined }),
    ...flags,
    decision: fc.constantFrom<CriterionDecision | undefined>(
      undefined,
      undefined,
      'attested',
      'attested',
      'waived',
    ),
  })
  .map(leaf => ({
    criterion: {
      kind: 'attestation',
      id: '',
      level: leaf.level,
      title,
      provenance: { kind: 'inferred', source: 'test' },
      statement: title,
      mustHave: leaf.mustHave,
      waivable: leaf.waivable,
      ...(leaf.contradiction && { contradictedBy: condition('<') }),
    } as Criterion,
    given: leaf.contradiction ? [measurement('', leaf.contradiction)] : [],
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
  given: [],
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
            const criterion = named(leaf.criterion, criterionId);
            conditionsOf(criterion).forEach(({ metric }, index) => {
              measurements[metric] = { ...leaf.given[index], metric };
            });
            if (leaf.decision) {
              decisions[criterionId] = leaf.decision;
            }
            return criterion;
          }),
        };
      }),
    }));
    return {
      model: modelOf(children),
      input: { measurements, decisions, earlier: id => earlier.get(id) },
    };
  });

/** The criterion with this id, and a metric of its own for every condition. */
function named(criterion: Criterion, id: string): Criterion {
  switch (criterion.kind) {
    case 'metric':
      return {
        ...criterion,
        id,
        metric: id,
        ...(criterion.alternative && {
          alternative: criterion.alternative.map((other, index) => ({
            ...other,
            metric: `${id}.or${index}`,
          })),
        }),
      };
    case 'attestation':
      return {
        ...criterion,
        id,
        ...(criterion.contradictedBy && {
          contradictedBy: { ...criterion.contradictedBy, metric: `${id}.but` },
        }),
      };
    default:
      return { ...criterion, id };
  }
}
