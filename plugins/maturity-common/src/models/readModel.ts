import type { MetricDefinition } from '../metrics';
import { checkModelRules } from './modelRules';
import type { ModelPath, ModelProblem } from './ModelProblem';
import { modelSchema, splitMessage } from './modelSchema';
import type {
  WrittenCondition,
  WrittenCriterion,
  WrittenModel,
  WrittenNode,
} from './modelSchema';
import { readQuantity } from './readQuantity';
import type {
  Criterion,
  Level,
  MetricCondition,
  Model,
  ModelNode,
} from './types';
import { writtenParts } from './writtenParts';

/** A model, or everything that is wrong with it. @public */
export type ModelReading = { model: Model } | { problems: ModelProblem[] };

/** Options of {@link readModel}. @public */
export interface ReadModelOptions {
  /** What the YAML of a pack holds, or any value of the same shape. */
  document: unknown;
  /** Every metric that a criterion may judge, by id. */
  metrics: ReadonlyMap<string, MetricDefinition>;
}

/**
 * Reads a model pack: checks its form and its meaning, and turns its limits
 * into the units of their metrics.
 *
 * @remarks
 * All problems are found at once. docs/models/format.md describes the format.
 *
 * @public
 */
export function readModel(options: ReadModelOptions): ModelReading {
  const { document, metrics } = options;
  const parsed = modelSchema.safeParse(document);
  const problems = [
    ...(parsed.error?.issues.map(issue => ({
      path: issue.path as ModelPath,
      ...splitMessage(issue.message),
    })) ?? []),
    ...checkModelRules(writtenParts(document), metrics),
  ];
  if (!parsed.success || problems.length > 0) {
    return { problems };
  }
  return { model: toModel(parsed.data, metrics) };
}

function toModel(
  written: WrittenModel,
  metrics: ReadModelOptions['metrics'],
): Model {
  return {
    ...written,
    maxLevel: Math.max(...written.levels.map(({ level }) => level)) as Level,
    children: written.children.map(node => toNode(node, metrics)),
  };
}

function toNode(
  written: WrittenNode,
  metrics: ReadModelOptions['metrics'],
): ModelNode {
  const { children, criteria, ...node } = written;
  return children
    ? { ...node, children: children.map(child => toNode(child, metrics)) }
    : {
        ...node,
        criteria: (criteria ?? []).map(entry => toCriterion(entry, metrics)),
      };
}

function toCriterion(
  written: WrittenCriterion,
  metrics: ReadModelOptions['metrics'],
): Criterion {
  switch (written.kind) {
    case 'metric': {
      const { alternative, ...criterion } = written;
      return {
        ...toCondition(criterion, metrics),
        ...(alternative && {
          alternative: alternative.map(entry => toCondition(entry, metrics)),
        }),
      };
    }
    case 'attestation': {
      const { contradictedBy, ...criterion } = written;
      return {
        ...criterion,
        ...(contradictedBy && {
          contradictedBy: toCondition(contradictedBy, metrics),
        }),
      };
    }
    default:
      return written;
  }
}

/** Reads the limit into the unit of its metric. */
function toCondition<C extends WrittenCondition>(
  written: C,
  metrics: ReadModelOptions['metrics'],
): Omit<C, 'threshold'> & Pick<MetricCondition, 'threshold'> {
  const { unit } = metrics.get(written.metric)!;
  const limit = readQuantity(written.threshold, unit);
  if ('fix' in limit) {
    // The rules have read the same limit before.
    throw new TypeError(`${written.metric}: ${limit.fix}`);
  }
  return { ...written, threshold: limit.value };
}
