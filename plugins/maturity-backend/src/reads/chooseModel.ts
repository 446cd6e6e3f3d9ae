import { NotFoundError } from '@backstage/errors';
import {
  MATURITY_MODEL_ANNOTATION,
  STABILITY_MODEL_ANNOTATION,
  type AppliedModel,
  type ScorecardKind,
} from '@devops-scorecards/plugin-maturity-common';
import type { AppliedVersion } from '../models';

/** Which model of an entity: by id, else the primary one of a scorecard. */
export interface ModelQuery {
  model?: string;
  /** Maturity unless told; a model that is named says it itself. */
  scorecard?: ScorecardKind;
}

const MODEL_ANNOTATIONS: Readonly<Record<ScorecardKind, string>> = {
  maturity: MATURITY_MODEL_ANNOTATION,
  stability: STABILITY_MODEL_ANNOTATION,
};

/**
 * The version to show: of the model asked for, else of the scorecard's primary
 * one.
 *
 * @throws NotFoundError when it does not apply to the entity
 */
export function chooseModel(
  versions: readonly AppliedVersion[],
  options: ModelQuery & { entityRef: string },
): AppliedVersion {
  const { entityRef, model, scorecard = 'maturity' } = options;
  const chosen = model
    ? versions.find(version => version.model.id === model)
    : primaryOf(versions, scorecard);
  if (!chosen) {
    throw new NotFoundError(
      model
        ? `The model '${model}' does not apply to ${entityRef}: ${
            versions.length > 0
              ? `use one of ${versions.map(v => v.model.id).join(', ')}`
              : 'no model does'
          }`
        : `No ${scorecard} model applies to ${entityRef}: name one in its annotation ${MODEL_ANNOTATIONS[scorecard]}, or widen the target of a model`,
    );
  }
  return chosen;
}

/** The version whose level a scorecard shows of an entity. */
export function primaryOf(
  versions: readonly AppliedVersion[],
  scorecard: ScorecardKind,
): AppliedVersion | undefined {
  const ofScorecard = versions.filter(
    ({ model }) => model.scorecard === scorecard,
  );
  return ofScorecard.find(({ primary }) => primary) ?? ofScorecard[0];
}

/** What pages list of the models that apply. */
export function toAppliedModels(
  versions: readonly AppliedVersion[],
): AppliedModel[] {
  return versions.map(({ model, primary }) => ({
    id: model.id,
    version: model.version,
    title: model.title,
    scorecard: model.scorecard,
    primary,
  }));
}
