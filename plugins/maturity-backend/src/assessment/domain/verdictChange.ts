import {
  judgedValue,
  type ChangeCause,
  type ChangedInput,
  type CriterionOutcome,
  type EpochMs,
  type Level,
  type Measurement,
  type Model,
  type NodeLevels,
  type VerdictChange,
} from '@devops-scorecards/plugin-maturity-common';
import { placedCriteria, type PlacedCriterion } from './criteriaOf';
import type { OutcomeChange, VerdictRow } from './verdictDiff';

/** One criterion of a change row, without the texts that the model holds. */
export interface StoredInput {
  criterionId: string;
  from?: CriterionOutcome;
  to: CriterionOutcome;
  before?: ChangedInput['before'];
  after?: ChangedInput['after'];
}

/** What a change row keeps as JSON. */
export interface StoredChanges {
  /** Levels of the whole before; absent on the first assessment. */
  from?: NodeLevels;
  inputs: StoredInput[];
  /** Nodes and criteria whose verdict or level changed, as they became. */
  rows: VerdictRow[];
}

/** A change row. */
export interface StoredChange {
  seq: number;
  asOf: EpochMs;
  knownAt: number;
  modelVersionId: number;
  causeKind: ChangeCause['kind'];
  causeSeq?: number;
  to: NodeLevels;
  changes: StoredChanges;
}

/** Adds to outcomes that changed the values that they were judged by. */
export function storedInputs(options: {
  model: Model;
  outcomes: readonly OutcomeChange[];
  before?: Readonly<Record<string, Measurement | undefined>>;
  after: Readonly<Record<string, Measurement | undefined>>;
}): StoredInput[] {
  const { outcomes, before, after } = options;
  const placed = placedCriteria(options.model);
  return outcomes.map(({ criterionId, from, to }) => ({
    criterionId,
    from,
    to,
    before: from && judged(placed.get(criterionId), before),
    after: judged(placed.get(criterionId), after),
  }));
}

function judged(
  placed: PlacedCriterion | undefined,
  measurements: Readonly<Record<string, Measurement | undefined>> | undefined,
): ChangedInput['after'] {
  const criterion = placed?.criterion;
  const measurement =
    criterion?.kind === 'metric' ? measurements?.[criterion.metric] : undefined;
  if (criterion?.kind !== 'metric' || !measurement) {
    return undefined;
  }
  const { status, unit, n, numerator, denominator } = measurement;
  // Of time, such as availability, n counts outages and is no whole of a part.
  const isOfTime = unit === 'ratio' && denominator !== n;
  return {
    status,
    unit,
    n,
    value: judgedValue(criterion, measurement),
    ...(isOfTime ? {} : { numerator }),
  };
}

/** Reads a change row with the texts of the model version that it is from. */
export function toVerdictChange(options: {
  change: StoredChange;
  model: Model;
  event?: ChangeCause['event'];
}): VerdictChange {
  const { change, model, event } = options;
  const placed = placedCriteria(model);
  return {
    seq: change.seq,
    asOf: change.asOf,
    knownAt: change.knownAt,
    model: model.id,
    version: model.version,
    cause: {
      kind: change.causeKind,
      ...(event && {
        event: {
          seq: event.seq,
          source: event.source,
          id: event.id,
          type: event.type,
          occurredAt: event.occurredAt,
        },
      }),
    },
    from: change.changes.from,
    to: change.to,
    inputs: change.changes.inputs.flatMap(input => {
      const place = placed.get(input.criterionId);
      return place
        ? [
            {
              ...input,
              subItemId: place.subItem.id,
              title: place.criterion.title,
            },
          ]
        : [];
    }),
  };
}

/** Levels from the columns in which they are stored. */
export function toNodeLevels(row: {
  award: number;
  potential: number;
  measured: number | null;
  decided: number;
  total: number;
}): NodeLevels {
  return {
    award: row.award as Level,
    potential: row.potential as Level,
    ...(row.measured !== null && { measured: row.measured as Level }),
    decided: row.decided,
    total: row.total,
  };
}
