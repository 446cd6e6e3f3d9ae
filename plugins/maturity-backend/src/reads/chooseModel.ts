import { NotFoundError } from '@backstage/errors';
import type { AppliedModel } from '@devops-scorecards/plugin-maturity-common';
import { MATURITY_MODEL_ANNOTATION } from '@devops-scorecards/plugin-maturity-common';
import type { AppliedVersion } from '../models';

/**
 * The version to show: of the model asked for, else of the primary one.
 *
 * @throws NotFoundError when it does not apply to the entity
 */
export function chooseModel(
  versions: readonly AppliedVersion[],
  options: { entityRef: string; model?: string },
): AppliedVersion {
  const { entityRef, model } = options;
  const chosen = model
    ? versions.find(version => version.model.id === model)
    : versions.find(({ primary }) => primary) ?? versions[0];
  if (!chosen) {
    throw new NotFoundError(
      model
        ? `The model '${model}' does not apply to ${entityRef}: ${
            versions.length > 0
              ? `use one of ${versions.map(v => v.model.id).join(', ')}`
              : 'no model does'
          }`
        : `No model applies to ${entityRef}: name one in its annotation ${MATURITY_MODEL_ANNOTATION}, or widen the target of a model`,
    );
  }
  return chosen;
}

/** What pages list of the models that apply. */
export function toAppliedModels(
  versions: readonly AppliedVersion[],
): AppliedModel[] {
  return versions.map(({ model, primary }) => ({
    id: model.id,
    version: model.version,
    title: model.title,
    primary,
  }));
}
