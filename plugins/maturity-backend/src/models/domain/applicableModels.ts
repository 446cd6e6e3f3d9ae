import type {
  Model,
  ModelTarget,
  ScorecardKind,
} from '@devops-scorecards/plugin-maturity-common';
import type { ModelSubject } from './modelSubject';

/** Says which model gives the level of a kind of entity on its scorecard. */
export interface PrimaryModelRule {
  kind: string;
  /** Absent: every type. */
  type?: string;
  /** Absent: every tier. */
  tier?: string;
  /** Id of the model; the rule is about the model's scorecard. */
  model: string;
}

/** A model that judges an entity. */
export interface ApplicableModel<M> {
  version: M;
  /** True for the one whose level its scorecard shows. */
  primary: boolean;
}

/** Options of {@link applicableModels}. */
export interface ApplicableModelsOptions<M> {
  subject: ModelSubject;
  /** One version of each model. */
  versions: readonly M[];
  /** In the order of the configuration; of each scorecard the first that fits wins. */
  primaryModel: readonly PrimaryModelRule[];
}

/** In the order in which scorecards are listed. */
const SCORECARDS = [
  'maturity',
  'stability',
] as const satisfies readonly ScorecardKind[];

/**
 * Which models judge an entity, and which of them give its levels.
 *
 * @remarks
 * A model applies when the entity's annotation for its scorecard names it,
 * when the first rule that fits the entity on that scorecard names it, or when
 * its own target fits. Primary on a scorecard is the one of the annotation,
 * else the one of the rule, else the one whose target is the most specific,
 * else the first by id. A companion is never primary, and applies only where
 * another model is.
 *
 * @returns the primary models first, maturity before stability, then the
 * others by id
 */
export function applicableModels<M extends { model: Model }>(
  options: ApplicableModelsOptions<M>,
): ApplicableModel<M>[] {
  const primaries: M[] = [];
  const others: M[] = [];
  for (const scorecard of SCORECARDS) {
    const [primary, ...rest] = rankedOn(scorecard, options);
    if (primary && !primary.model.companion) {
      primaries.push(primary);
      others.push(...rest);
    }
  }
  return [
    ...primaries.map(version => ({ version, primary: true })),
    ...others.sort(byId).map(version => ({ version, primary: false })),
  ];
}

/** What applies on a scorecard, the best claim to be primary first. */
function rankedOn<M extends { model: Model }>(
  scorecard: ScorecardKind,
  options: ApplicableModelsOptions<M>,
): M[] {
  const { subject } = options;
  const versions = options.versions.filter(
    ({ model }) => model.scorecard === scorecard,
  );
  const ids = new Set(versions.map(({ model }) => model.id));
  const rule = options.primaryModel.find(
    entry => ids.has(entry.model) && fitsRule(subject, entry),
  );
  return versions
    .map(version => ({
      version,
      rank: rankOf(version.model, subject, rule),
    }))
    .filter(({ rank }) => rank > 0)
    .sort(
      (left, right) =>
        Number(left.version.model.companion ?? false) -
          Number(right.version.model.companion ?? false) ||
        right.rank - left.rank ||
        byId(left.version, right.version),
    )
    .map(({ version }) => version);
}

function byId(left: { model: Model }, right: { model: Model }): number {
  return left.model.id < right.model.id ? -1 : 1;
}

/** 0: does not apply; 1 to 3: by its target; then rule and annotation. */
function rankOf(
  model: Model,
  subject: ModelSubject,
  rule: PrimaryModelRule | undefined,
): number {
  if (subject.models[model.scorecard] === model.id) {
    return 5;
  }
  if (rule?.model === model.id) {
    return 4;
  }
  const { target } = model;
  if (!target || !fitsTarget(subject, target)) {
    return 0;
  }
  return 1 + Number(Boolean(target.types)) + Number(Boolean(target.tiers));
}

function fitsTarget(subject: ModelSubject, target: ModelTarget): boolean {
  return (
    target.kinds.some(kind => isSame(kind, subject.kind)) &&
    isIn(subject.type, target.types) &&
    isIn(subject.tier, target.tiers)
  );
}

function fitsRule(subject: ModelSubject, rule: PrimaryModelRule): boolean {
  return (
    isSame(rule.kind, subject.kind) &&
    (rule.type === undefined || isSame(rule.type, subject.type)) &&
    (rule.tier === undefined || isSame(rule.tier, subject.tier))
  );
}

function isIn(
  value: string | undefined,
  accepted: readonly string[] | undefined,
): boolean {
  return !accepted || accepted.some(entry => isSame(entry, value));
}

/** Kinds, types and tiers are compared as the catalog does: without case. */
function isSame(left: string, right: string | undefined): boolean {
  return left.toLocaleLowerCase('en-US') === right?.toLocaleLowerCase('en-US');
}
