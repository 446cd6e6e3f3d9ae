import type { EpochMs } from '../facts';
import type { Level, Model } from '../models';
import { progressIndex } from './progressIndex';
import { standing } from './standing';
import { subItemVerdicts } from './subItemVerdicts';
import type { NodeVerdict, Verdict } from './types';

/** Options of {@link verdictOf}. @public */
export interface VerdictOfOptions {
  model: Model;
  /** From {@link evaluate}. */
  root: NodeVerdict;
  asOf: EpochMs;
  knownAt: number;
  /** Measured level of the root as of 90 days before, same model version. */
  measuredBefore: Level | undefined;
}

/**
 * The verdict on an entity: its tree and what is read off it.
 *
 * @public
 */
export function verdictOf(options: VerdictOfOptions): Verdict {
  const { model, root, asOf, knownAt } = options;
  const { measured } = root.levels;
  return {
    model: model.id,
    version: model.version,
    asOf,
    knownAt,
    root,
    standing: standing({ measured, earlier: options.measuredBefore }),
    atRisk: measured !== undefined && isLevelAtRisk(root, measured),
    index: progressIndex(root),
  };
}

function isLevelAtRisk(root: NodeVerdict, measured: Level): boolean {
  return subItemVerdicts(root).some(({ criteria }) =>
    criteria.some(
      ({ criterion, atRisk }) => atRisk && criterion.level <= measured,
    ),
  );
}
