import type {
  Decision,
  EpochMs,
  Fact,
  FactKind,
  Measurement,
  Verdict,
} from '@devops-scorecards/plugin-maturity-common';
import { scorecardWindow } from '@devops-scorecards/plugin-maturity-common';
import type {
  Portfolio,
  SourceConnection,
} from '@devops-scorecards/plugin-maturity-node';
import type { Knex } from 'knex';
import type { EntityCalendars } from '../calendars';
import { currentKnowledge } from '../database';
import { readDecisions } from '../decisions';
import { readFacts, readPortfolio } from '../facts';
import { askedOfPortfolio } from '../metrics/askedOfPortfolio';
import { factsNeeded } from '../metrics/factsNeeded';
import type { AssessmentContext } from './AssessmentContext';
import { assess, pointsLookedAt } from './domain/assess';
import { withAlerts } from './domain/factsAt';
import { subjectOf } from './domain/subjectOf';
import type { AppliedVersion } from '../models';
import {
  readKnownEntity,
  type EntityKey,
  type KnownEntity,
} from './readKnownEntity';
import { readSnapshot } from './readSnapshot';

/** Newest evidence items that are kept per metric. */
export const EVIDENCE_LIMIT = 5;

/** Later than any fact: what lies ahead of as-of is left out in memory. */
const ALL_TIME = Number.MAX_SAFE_INTEGER;

/** What to recompute. */
export type RecomputeOptions = EntityKey & {
  /** Only this model; all that apply where it is absent. */
  model?: string;
  /** The time that the verdict is about. */
  asOf: EpochMs;
  /**
   * Knowledge sequence: what became known later is left out. All that is
   * known now where it is absent.
   */
  knownAt?: number;
};

/** One verdict and the version that it was given by. */
export interface VersionedVerdict extends AppliedVersion {
  verdict: Verdict;
}

/** An entity assessed at a time, with what was known at a sequence. */
export interface Recomputed {
  entity: KnownEntity;
  asOf: EpochMs;
  knownAt: number;
  measurements: Record<string, Measurement>;
  verdicts: VersionedVerdict[];
  connections: Partial<Record<FactKind, SourceConnection>>;
  /** From the earliest time that was looked at on, also after as-of. */
  facts: readonly Fact[];
  /** All that were known, in force or not. */
  decisions: readonly Decision[];
  calendars: EntityCalendars;
}

/** What the assessments of one entity in a span of time are computed from. */
export interface AssessmentMaterial {
  knownAt: number;
  entity: KnownEntity;
  versions: AppliedVersion[];
  facts: Fact[];
  connections: Partial<Record<FactKind, SourceConnection>>;
  decisions: Decision[];
  calendars: EntityCalendars;
  portfolio: Portfolio;
}

/**
 * Assesses an entity as of a time from what was known at a sequence.
 *
 * @remarks
 *
 * This is the only way in which a verdict comes about: a live assessment is
 * this with now and everything that is known now, and the same arguments give
 * the same verdict ever after.
 *
 * @returns `undefined` when the catalog did not have the entity then
 */
export async function recompute(
  context: AssessmentContext,
  options: RecomputeOptions,
): Promise<Recomputed | undefined> {
  const { asOf } = options;
  const material = await readSnapshot(context.knex, tx =>
    readMaterial(context, { ...options, knex: tx, times: [asOf] }),
  );
  return material && assessMaterial(context, material, { asOf });
}

/**
 * Reads what assessments at any time in a span need, in a number of
 * statements that does not depend on how many there will be.
 *
 * @param options - `knex`: a snapshot, see {@link readSnapshot}; `times`: each
 *   as-of
 */
export async function readMaterial(
  context: AssessmentContext,
  options: EntityKey & {
    knex: Knex;
    model?: string;
    times: readonly EpochMs[];
    knownAt?: number;
  },
): Promise<AssessmentMaterial | undefined> {
  const { metrics, timeZone, sourceOrder, staleAfter } = context;
  const { knex, times } = options;
  const to = Math.max(...times);
  const knownAt = options.knownAt ?? (await currentKnowledge(knex));
  const entity = await readKnownEntity(knex, { ...options, knownAt });
  if (!entity) {
    return undefined;
  }
  const versions = context.models
    .applicable({ entity: entity.document, asOf: to, knownAt })
    .filter(({ model }) => !options.model || model.id === options.model);
  const models = versions.map(({ model }) => model);
  const points = [
    ...new Set(times.flatMap(at => pointsLookedAt(models, at, timeZone))),
  ];
  const needed = factsNeeded({
    metrics,
    window: scorecardWindow(Math.min(...points), timeZone),
    timeZone,
  });
  const { facts, connections } = await readFacts({
    knex,
    entityId: entity.entityId,
    kinds: withAlerts(needed.kinds, context.alertRule),
    from: needed.from,
    // What ended after the last time had begun before it, and was open.
    to: ALL_TIME,
    asOf: to,
    knownAt,
    sourceOrder: [...sourceOrder],
    staleAfter,
  });
  const portfolio = await readPortfolio({
    knex,
    ownerRef: entity.ownerRef,
    asked: points.flatMap(asOf =>
      askedOfPortfolio({
        metrics,
        window: scorecardWindow(asOf, timeZone),
        asOf,
        timeZone,
      }),
    ),
    knownAt,
  });
  const decisions = await readDecisions(knex, {
    entityId: entity.entityId,
    knownAt,
  });
  const calendars = context.calendars.calendarsFor(entity.document, knownAt);
  return {
    knownAt,
    entity,
    versions,
    facts,
    connections,
    decisions,
    calendars,
    portfolio,
  };
}

/** Assesses at one time of the span that the material was read for. */
export function assessMaterial(
  context: Pick<AssessmentContext, 'metrics' | 'timeZone' | 'alertRule'>,
  material: AssessmentMaterial,
  at: { asOf: EpochMs; evidenceLimit?: number },
): Recomputed {
  const { knownAt, entity, versions, connections } = material;
  const { decisions, calendars, portfolio } = material;
  const { metrics, timeZone, alertRule } = context;
  const { measurements, verdicts } = assess(
    versions.map(({ model }) => model),
    {
      metrics,
      timeZone,
      alertRule,
      entity: entity.document,
      subject: subjectOf(entity.document),
      facts: material.facts,
      connections,
      decisions,
      calendars,
      portfolio,
    },
    {
      asOf: at.asOf,
      knownAt,
      evidenceLimit: at.evidenceLimit ?? EVIDENCE_LIMIT,
    },
  );
  return {
    entity,
    asOf: at.asOf,
    knownAt,
    measurements,
    verdicts: versions.map((version, index) => ({
      ...version,
      verdict: verdicts[index],
    })),
    facts: material.facts,
    connections,
    decisions,
    calendars,
  };
}
