import type {
  EntityLevel,
  EpochMs,
  VerdictChange,
} from '@devops-scorecards/plugin-maturity-common';
import type { LevelChange } from '@devops-scorecards/plugin-maturity-node';
import type { Knex } from 'knex';
import { writeTransaction } from '../database';
import { nextDue } from '../metrics/nextDue';
import type { AssessmentContext } from './AssessmentContext';
import { AssessmentStore, type StoredAssessment } from './AssessmentStore';
import { nextChangeAt } from './domain/nextChangeAt';
import { subjectOf } from './domain/subjectOf';
import { toVerdictChange, type StoredChange } from './domain/verdictChange';
import { dropClaim, finishClaim, holdClaim, type DueClaim } from './dueQueue';
import { prepareVerdicts, type PreparedVerdict } from './prepareVerdicts';
import type { LoggedEvent } from './readEvents';
import { recompute, type Recomputed, type VersionedVerdict } from './recompute';
import {
  removeAssessments,
  writeAssessments,
  type NodeIds,
} from './writeAssessments';

/** What an assessment did. */
export type AssessOutcome =
  /** `levelMoved`: what the catalog shows of the entity is different now. */
  | {
      status: 'stored';
      entityRef: string;
      levelMoved: boolean;
      changes: LevelChange[];
    }
  /** The catalog no longer has the entity. */
  | { status: 'removed' }
  /** The lease went to somebody else, who does it instead; nothing was written. */
  | { status: 'lost' };

/**
 * Assesses a claimed entity as of now from all that is known, and stores the
 * result, the change if there is one and the next due time in one transaction.
 */
export async function assessEntity(
  context: AssessmentContext,
  options: { claim: DueClaim; asOf: EpochMs },
): Promise<AssessOutcome> {
  const { knex } = context;
  const { claim, asOf } = options;
  const { entityId } = claim;
  const store = AssessmentStore.create({ knex });

  const before = await store.read(entityId);
  const result = await recompute(context, { entityId, asOf });
  if (!result) {
    await knex.transaction(async tx => {
      await removeAssessments(tx, { entityId });
      await dropClaim(tx, claim);
    });
    return { status: 'removed' };
  }

  const prepared = await prepareVerdicts(context, { result, before });

  const nodeIds: NodeIds = new Map();
  for (const { version, rows } of prepared) {
    if (rows.length > 0) {
      const { modelVersionId } = version;
      nodeIds.set(modelVersionId, await context.models.nodeIds(modelVersionId));
    }
  }
  const dueAt = nextDueAfter(context, result);
  const written = await inTransaction(knex, prepared, async tx => {
    const markedSeq = await holdClaim(tx, claim);
    if (markedSeq === undefined) {
      return undefined;
    }
    const stored = await writeAssessments(tx, {
      entityId,
      result,
      prepared,
      previous: before.assessments,
      nodeIds,
    });
    // A mark that the recompute has already seen is done with.
    const seenSeq = Math.max(claim.markedSeq, result.knownAt);
    await finishClaim(tx, { claim, dueAt, seenSeq });
    return stored;
  });
  return written
    ? {
        status: 'stored',
        entityRef: result.entity.entityRef,
        levelMoved: isLevelMoved(before.assessments, prepared),
        changes: levelChanges(result.entity.entityRef, written),
      }
    : { status: 'lost' };
}

/** The earliest of what time alone does to the entity and to its sources. */
function nextDueAfter(context: AssessmentContext, result: Recomputed): EpochMs {
  const { timeZone, alertRule } = context;
  return Math.min(
    nextDue({ ...result, timeZone }),
    nextChangeAt({
      ...result,
      subject: subjectOf(result.entity.document),
      alertRule,
      timeZone,
    }),
  );
}

/**
 * Only a change takes a knowledge number, and who takes one must hold the
 * knowledge row before any other: ingest marks due rows while holding it.
 */
async function inTransaction<T>(
  knex: Knex,
  prepared: readonly PreparedVerdict[],
  work: (tx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  return prepared.some(({ change }) => change)
    ? writeTransaction(knex, work)
    : knex.transaction(work);
}

/** Whether the primary level of either scorecard is different. */
function isLevelMoved(
  before: readonly StoredAssessment[],
  prepared: readonly PreparedVerdict[],
): boolean {
  return (
    shownLevels(before) !==
    shownLevels(prepared.map(({ assessment }) => assessment))
  );
}

/** What the catalog shows of assessments, as text to compare. */
function shownLevels(assessments: readonly StoredAssessment[]): string {
  return JSON.stringify(
    assessments
      .filter(({ primary }) => primary)
      .map(({ scorecard, model, modelVersionId, levels }) => [
        scorecard,
        model,
        modelVersionId,
        levels.award,
        levels.potential,
        levels.measured,
        levels.decided,
        levels.total,
      ])
      // One of each scorecard, so their names make an order.
      .sort(([a], [b]) => (a! < b! ? -1 : 1)),
  );
}

/** Changes of the level of a scorecard's primary model, for those who listen. */
function levelChanges(
  entityRef: string,
  stored: readonly { prepared: PreparedVerdict; change: StoredChange }[],
): LevelChange[] {
  return stored.flatMap(({ prepared, change }) => {
    const { version, event } = prepared;
    if (
      !version.primary ||
      change.changes.from?.measured === change.to.measured
    ) {
      return [];
    }
    return [
      {
        level: toEntityLevel(entityRef, prepared.assessment, version),
        change: toVerdictChange({ change, model: version.model, event }),
        notify: isNews(change, event),
      },
    ];
  });
}

function toEntityLevel(
  entityRef: string,
  assessment: StoredAssessment,
  version: VersionedVerdict,
): EntityLevel {
  return {
    entityRef,
    scorecard: assessment.scorecard,
    level: assessment.levels.measured,
    model: version.model.id,
    version: version.model.version,
    levels: assessment.levels,
  };
}

/** Imported, restated and made-up facts are no news. */
function isNews(
  change: { causeKind: VerdictChange['cause']['kind'] },
  event: LoggedEvent | undefined,
): boolean {
  return (
    change.causeKind !== 'first' &&
    change.causeKind !== 'restated' &&
    !event?.generated &&
    !event?.imported
  );
}
