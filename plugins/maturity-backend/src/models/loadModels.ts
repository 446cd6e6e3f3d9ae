import type {
  MetricDefinition,
  Model,
} from '@devops-scorecards/plugin-maturity-common';
import type { PrimaryModelRule } from './domain/applicableModels';
import { modelPackError, readModelPack } from './loadModelPack';
import type { ModelPack } from './loadModelPack';

/** Options of {@link loadModels}. */
export interface LoadModelsOptions {
  packs: readonly ModelPack[];
  /** Every metric that a criterion may judge, by id. */
  metrics: ReadonlyMap<string, MetricDefinition>;
  /** Configured rules, to find those that name no model. */
  primaryModel?: readonly PrimaryModelRule[];
}

/**
 * Reads all model packs of the portal.
 *
 * @throws InputError that lists every problem of every pack with file, line,
 * path and fix, so that one start shows them all
 */
export function loadModels(options: LoadModelsOptions): Model[] {
  const { packs, metrics, primaryModel = [] } = options;
  const models: Model[] = [];
  const problems: string[] = [];
  const files = new Map<string, string>();
  for (const pack of packs) {
    const reading = readModelPack({ ...pack, metrics });
    if ('problems' in reading) {
      problems.push(...reading.problems);
      continue;
    }
    const { model } = reading;
    const other = files.get(model.id);
    if (other === undefined) {
      files.set(model.id, pack.file);
      models.push(model);
    } else {
      problems.push(
        `${pack.file} id repeats the model id "${model.id}" of ${other}; give one of them another id`,
      );
    }
  }
  if (problems.length === 0) {
    problems.push(...checkRules(primaryModel, models));
  }
  if (problems.length > 0) {
    throw modelPackError(problems);
  }
  return models;
}

function checkRules(
  rules: readonly PrimaryModelRule[],
  models: readonly Model[],
): string[] {
  const choices = models
    .filter(({ companion }) => !companion)
    .map(({ id }) => id)
    .sort()
    .join(', ');
  return rules.flatMap(({ model: id }, index) => {
    const model = models.find(one => one.id === id);
    if (model && !model.companion) {
      return [];
    }
    const problem = model
      ? `names "${id}", which only accompanies others`
      : `names the unknown model "${id}"`;
    return [
      `configuration maturity.primaryModel[${index}].model ${problem}; use one of ${choices}`,
    ];
  });
}
