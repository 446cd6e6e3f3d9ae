import type { Measurement, MeasurementStatus } from '../../metrics';
import type { Criterion, Level, Model, ModelNode } from '../../models';
import type {
  AssessmentInput,
  CriterionDecision,
  CriterionOutcome,
} from '../types';

/** What a criterion of a scenario is to come out as. */
export type Wanted = CriterionOutcome['outcome'];

/** Wanted outcomes by sub-item id and level. */
export type Scenario = Record<
  string,
  Partial<Record<Level, Wanted | Wanted[]>>
>;

const text = { en: 'text', 'zh-CN': '文字' };

/** A ratio measurement; without a value it is of the given status. */
export function measurement(
  metric: string,
  options: { status?: MeasurementStatus; value?: number; n?: number } & Partial<
    Omit<Measurement, 'metric' | 'status' | 'value' | 'n'>
  > = {},
): Measurement {
  return {
    unit: 'ratio',
    statistic: 'value',
    open: 0,
    minimum: 10,
    window: { from: 0, to: 1 },
    asOf: 1,
    evidence: [],
    generated: false,
    ...options,
    metric,
    status: options.status ?? 'ok',
    n: options.n ?? 100,
  };
}

/** A metric criterion on a metric of its own, met from one half. */
export function ratioCriterion(id: string, level: Level): Criterion {
  return {
    kind: 'metric',
    id,
    level,
    title: text,
    provenance: { kind: 'inferred', source: 'test' },
    metric: id,
    statistic: 'value',
    operator: '>=',
    threshold: 0.5,
    onNone: 'not-applicable',
  };
}

/** A model with the given nodes. */
export function modelOf(children: ModelNode[]): Model {
  return {
    id: 'model',
    scorecard: 'maturity',
    version: '1',
    effectiveFrom: '2020-01-01',
    title: text,
    description: text,
    attribution: text,
    levels: ([1, 2, 3, 4, 5] as const).map(level => ({ level, title: text })),
    maxLevel: 5,
    children,
  };
}

/** Model and input whose criteria come out as wanted. */
export function scenario(wanted: Scenario): {
  model: Model;
  input: AssessmentInput;
} {
  const measurements: Record<string, Measurement> = {};
  const decisions: Record<string, CriterionDecision> = {};
  const children = Object.entries(wanted).map(([id, levels]) => ({
    id,
    title: text,
    criteria: Object.entries(levels).flatMap(([level, outcomes]) =>
      [outcomes].flat().map((outcome, index) => {
        const criterion = ratioCriterion(
          `${id}.${level}.${index}`,
          Number(level) as Level,
        );
        measurements[criterion.id] = measurementFor(criterion.id, outcome);
        if (outcome === 'waived') {
          decisions[criterion.id] = 'waived';
        }
        return criterion;
      }),
    ),
  }));
  return {
    model: modelOf(children),
    input: { measurements, decisions, earlier: () => undefined },
  };
}

function measurementFor(metric: string, outcome: Wanted): Measurement {
  switch (outcome) {
    case 'pass':
      return measurement(metric, { value: 0.9 });
    case 'undecided':
      return measurement(metric, { status: 'no-source', n: 0 });
    case 'not-applicable':
      return measurement(metric, { status: 'none', n: 0 });
    default:
      return measurement(metric, { value: 0.1 });
  }
}
