import type {
  Model,
  ModelTarget,
} from '@devops-scorecards/plugin-maturity-common';
import type { ModelSubject } from './modelSubject';

/** Says which model gives the badge of a kind of entity. */
export interface PrimaryModelRule {
  kind: string;
  /** Absent: every type. */
  type?: string;
  /** Absent: every tier. */
  tier?: string;
  /** Id of the model. */
  model: string;
}

/** A model that judges an entity. */
export interface ApplicableModel<M> {
  version: M;
  /** True for exactly one: the one whose level is the badge. */
  primary: boolean;
}

/** Options of {@link applicableModels}. */
export interface ApplicableModelsOptions<M> {
  subject: ModelSubject;
  /** One version of each model. */
  versions: readonly M[];
  /** In the order of the configuration; the first that fits wins. */
  primaryModel: readonly PrimaryModelRule[];
}

/**
 * Which models judge an entity, and which of them gives its badge.
 *
 * @remarks
 * A model applies when the entity's annotation names it, when the first rule
 * that fits the entity names it, or when its own target fits. Primary is the
 * one of the annotation, else the one of the rule, else the one whose target
 * is the most specific, else the first by id.
 *
 * @returns the primary model first, then the others by id
 */
export function applicableModels<M extends { model: Model }>(
  options: ApplicableModelsOptions<M>,
): ApplicableModel<M>[] {
  const { subject, versions, primaryModel } = options;
  const rule = primaryModel.find(entry => fitsRule(subject, entry));
  const ranked = versions
    .map(version => ({
      version,
      rank: rankOf(version.model, subject, rule),
    }))
    .filter(({ rank }) => rank > 0)
    .sort(
      (left, right) =>
        right.rank - left.rank ||
        (left.version.model.id < right.version.model.id ? -1 : 1),
    );
  const [primary, ...others] = ranked.map(({ version }) => version);
  if (!primary) {
    return [];
  }
  return [
    { version: primary, primary: true },
    ...others
      .sort((left, right) => (left.model.id < right.model.id ? -1 : 1))
      .map(version => ({ version, primary: false })),
  ];
}

/** 0: does not apply; 1 to 3: by its target; then rule and annotation. */
function rankOf(
  model: Model,
  subject: ModelSubject,
  rule: PrimaryModelRule | undefined,
): number {
  if (subject.model === model.id) {
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
