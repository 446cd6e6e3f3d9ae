import type { AssessmentContext } from './AssessmentContext';
import type { StoredAssessment, StoredAssessments } from './AssessmentStore';
import { causeOf } from './domain/causeOf';
import { toStoredVerdict } from './domain/storedVerdict';
import { storedInputs, type StoredChange } from './domain/verdictChange';
import {
  isSameVerdict,
  verdictDiff,
  verdictRows,
  type VerdictRow,
} from './domain/verdictDiff';
import { findNewestEvent } from './findNewestEvent';
import type { LoggedEvent } from './readEvents';
import { recompute, type Recomputed, type VersionedVerdict } from './recompute';

/** A verdict ready to be stored. */
export interface PreparedVerdict {
  version: VersionedVerdict;
  assessment: StoredAssessment;
  /** Nodes and criteria to write. */
  rows: VerdictRow[];
  /** Without its sequence number; absent where no verdict or level changed. */
  change?: Omit<StoredChange, 'seq'>;
  event?: LoggedEvent;
}

/**
 * Compares a new verdict with the stored one and, where something changed,
 * finds out why.
 */
export async function prepareVerdict(
  context: AssessmentContext,
  options: {
    version: VersionedVerdict;
    result: Recomputed;
    /** What is stored. */
    before: StoredAssessments;
  },
): Promise<PreparedVerdict> {
  const { version, result, before } = options;
  const { model, modelVersionId, primary, verdict } = version;
  const { asOf, knownAt } = result;
  const stored = toStoredVerdict(verdict);
  const previous = before.assessments.find(({ model: id }) => id === model.id);
  const diff = verdictDiff(previous?.verdict.root, stored.root);
  const assessment: StoredAssessment = {
    model: model.id,
    modelVersionId,
    primary,
    asOf,
    knownAt,
    levels: stored.root.levels,
    verdict: stored,
  };
  const isSame = previous && isSameVerdict(previous.verdict.root, stored.root);
  // Nodes of another version have other ids, so all rows are new.
  const rows =
    previous && previous.modelVersionId !== modelVersionId
      ? verdictRows(stored.root)
      : diff.rows;
  if (isSame) {
    return { version, assessment, rows };
  }
  const event =
    previous &&
    (await findNewestEvent(context.knex, {
      entityId: result.entity.entityId,
      after: previous.knownAt,
      upTo: knownAt,
    }));
  const cause = causeOf({
    previous,
    modelVersionId,
    event,
    catalogChanged:
      previous !== undefined && result.entity.seq > previous.knownAt,
    timeAlone: await isTimeAlone(context, { version, result, previous }),
  });
  return {
    version,
    assessment,
    rows,
    change: {
      asOf,
      knownAt,
      modelVersionId,
      causeKind: cause.kind,
      causeSeq: cause.eventSeq,
      to: stored.root.levels,
      changes: {
        from: previous?.levels,
        inputs: storedInputs({
          model,
          outcomes: diff.outcomes,
          before: before.measurements,
          after: result.measurements,
        }),
        rows: diff.rows,
      },
    },
    event: cause.eventSeq === undefined ? undefined : event,
  };
}

/** Whether the old knowledge gives the same verdict at the new time. */
async function isTimeAlone(
  context: AssessmentContext,
  options: {
    version: VersionedVerdict;
    result: Recomputed;
    previous: StoredAssessment | undefined;
  },
): Promise<boolean> {
  const { version, result, previous } = options;
  if (
    !previous ||
    previous.asOf === result.asOf ||
    previous.modelVersionId !== version.modelVersionId
  ) {
    return false;
  }
  const counterfactual = await recompute(context, {
    entityId: result.entity.entityId,
    model: version.model.id,
    asOf: result.asOf,
    knownAt: previous.knownAt,
  });
  const [other] = counterfactual?.verdicts ?? [];
  return (
    other?.modelVersionId === version.modelVersionId &&
    isSameVerdict(
      toStoredVerdict(other.verdict).root,
      toStoredVerdict(version.verdict).root,
    )
  );
}
