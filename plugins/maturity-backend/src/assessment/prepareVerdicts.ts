import {
  FACT_KINDS,
  type FactKind,
} from '@devops-scorecards/plugin-maturity-common';
import type { AssessmentContext } from './AssessmentContext';
import type { StoredAssessment, StoredAssessments } from './AssessmentStore';
import { causeOf } from './domain/causeOf';
import { decisionCause } from './domain/decisionCause';
import { judgePortfolioOnly, kindsJudged } from './domain/kindsJudged';
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

/** What the causes of several verdicts are found by, each asked for once. */
interface Clues {
  /** What the knowledge of an earlier sequence gives at the new time. */
  counterfactual(knownAt: number): Promise<Recomputed | undefined>;
  /**
   * The newest event since an earlier sequence that says something of facts of
   * some kinds.
   */
  newestEvent(
    knownAt: number,
    kinds: readonly FactKind[],
  ): Promise<LoggedEvent | undefined>;
}

/**
 * Compares new verdicts with the stored ones and, where something changed,
 * finds out why.
 *
 * @param options - `before`: what is stored
 */
export async function prepareVerdicts(
  context: AssessmentContext,
  options: { result: Recomputed; before: StoredAssessments },
): Promise<PreparedVerdict[]> {
  const { result } = options;
  const { asOf, knownAt } = result;
  const { entityId } = result.entity;
  const clues: Clues = {
    counterfactual: once(known =>
      recompute(context, { entityId, asOf, knownAt: known }),
    ),
    newestEvent: once((after, kinds: readonly FactKind[]) =>
      findNewestEvent(context.knex, {
        ...{ entityId, kinds, after },
        upTo: knownAt,
      }),
    ),
  };
  const prepared: PreparedVerdict[] = [];
  for (const version of result.verdicts) {
    prepared.push(
      await prepareVerdict(context, { ...options, version, clues }),
    );
  }
  return prepared;
}

async function prepareVerdict(
  context: AssessmentContext,
  options: {
    version: VersionedVerdict;
    result: Recomputed;
    before: StoredAssessments;
    clues: Clues;
  },
): Promise<PreparedVerdict> {
  const { version, result, before } = options;
  const { model, modelVersionId, primary, verdict } = version;
  const { asOf, knownAt } = result;
  const stored = toStoredVerdict(verdict);
  const previous = before.assessments.find(({ model: id }) => id === model.id);
  const diff = verdictDiff(previous?.verdict.root, stored.root);
  const assessment: StoredAssessment = {
    scorecard: model.scorecard,
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
  const criteria = new Set(diff.outcomes.map(({ criterionId }) => criterionId));
  const event =
    previous &&
    (await findCause(options.clues, {
      after: previous.knownAt,
      kinds: kindsJudged(model, criteria, context),
    }));
  const cause = causeOf({
    previous,
    modelVersionId,
    event,
    decision:
      previous &&
      decisionCause({
        decisions: result.decisions,
        model: model.id,
        criteria,
        previous,
        asOf,
      }),
    catalogChanged:
      previous !== undefined && result.entity.seq > previous.knownAt,
    calendarChanged:
      previous !== undefined &&
      context.calendars.isChangedBetween({
        after: previous.knownAt,
        upTo: knownAt,
      }),
    portfolioOnly: judgePortfolioOnly(model, criteria, context),
    timeAlone: await isTimeAlone({ ...options, previous }),
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
async function isTimeAlone(options: {
  version: VersionedVerdict;
  result: Recomputed;
  previous: StoredAssessment | undefined;
  clues: Clues;
}): Promise<boolean> {
  const { version, result, previous } = options;
  if (
    !previous ||
    previous.asOf === result.asOf ||
    previous.modelVersionId !== version.modelVersionId
  ) {
    return false;
  }
  const verdicts =
    (await options.clues.counterfactual(previous.knownAt))?.verdicts ?? [];
  const other = verdicts.find(({ model }) => model.id === version.model.id);
  return (
    other?.modelVersionId === version.modelVersionId &&
    isSameVerdict(
      toStoredVerdict(other.verdict).root,
      toStoredVerdict(version.verdict).root,
    )
  );
}

/**
 * The newest event that may have changed what is judged; where none says
 * anything of these kinds of fact, the newest of all.
 */
async function findCause(
  clues: Clues,
  options: { after: number; kinds: readonly FactKind[] },
): Promise<LoggedEvent | undefined> {
  const { after, kinds } = options;
  const event =
    kinds.length > 0 ? await clues.newestEvent(after, kinds) : undefined;
  return event ?? (await clues.newestEvent(after, FACT_KINDS));
}

/** Models of one entity were assessed together, so they ask the same. */
function once<A extends readonly unknown[], T>(
  ask: (knownAt: number, ...more: A) => Promise<T>,
): (knownAt: number, ...more: A) => Promise<T> {
  const answers = new Map<string, Promise<T>>();
  return (knownAt, ...more) => {
    const question = JSON.stringify([knownAt, ...more]);
    const answer = answers.get(question) ?? ask(knownAt, ...more);
    answers.set(question, answer);
    return answer;
  };
}
