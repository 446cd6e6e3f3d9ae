import type {
  ChangeFields,
  DeploymentFields,
  EpochMs,
  FactFields,
  FactKind,
  RunFields,
  Statement,
} from '@devops-scorecards/plugin-maturity-common';
import { compareText } from './compareText';
import { FACT_COLUMNS } from './factColumns';

/** A statement together with what makes its place in the order unique. */
export interface KeyedStatement<K extends FactKind = FactKind> {
  statement: Statement<K>;
  /** Identity of the event that made the statement. */
  eventKey: string;
  /** Position among the statements of its event. */
  position: number;
}

/** A fact as all its statements together tell it. */
export interface FoldedFact<K extends FactKind = FactKind> {
  /** Only known fields, in the order of {@link FACT_COLUMNS}. */
  fields: FactFields[K];
  /** When it counts: see {@link attributionTime}. */
  at: EpochMs;
  /** It has begun and nothing says that it ended. */
  open: boolean;
}

function compareStatements(a: KeyedStatement, b: KeyedStatement): number {
  return (
    a.statement.rank - b.statement.rank ||
    a.statement.occurredAt - b.statement.occurredAt ||
    compareText(a.eventKey, b.eventKey) ||
    a.position - b.position
  );
}

/** Everything that any kind of fact may say about time. */
type TimeFields = Partial<RunFields & DeploymentFields & ChangeFields>;

/**
 * When a fact counts: at its end, else where it began, else when it was last
 * heard of (semantics section 5: attribution to a window).
 */
function attributionTime(
  kind: FactKind,
  fields: TimeFields,
  lastOccurredAt: EpochMs,
): EpochMs {
  const known =
    kind === 'change'
      ? fields.mergedAt ?? fields.closedAt ?? fields.createdAt
      : fields.finishedAt ?? fields.startedAt ?? fields.queuedAt;
  return known ?? lastOccurredAt;
}

function isOpen(kind: FactKind, fields: TimeFields): boolean {
  return kind === 'change'
    ? fields.mergedAt === undefined && fields.closedAt === undefined
    : fields.finishedAt === undefined && fields.outcome === undefined;
}

/**
 * Makes one fact of all that was said about it.
 *
 * @remarks
 *
 * Per field the statement of the highest rank wins; among equal ranks the
 * later one, then the one with the greater event key, then the later in its
 * event. This is a total order, so neither arrival, duplication nor batching
 * changes the result, and a `started` that arrives after `finished` only
 * fills in what is still missing.
 *
 * @param kind - kind of the fact
 * @param statements - at least one; duplicates are harmless
 */
export function foldFact<K extends FactKind>(
  kind: K,
  statements: readonly KeyedStatement[],
): FoldedFact<K> {
  const ordered = [...statements].sort(compareStatements);
  const said: Record<string, unknown> = {};
  for (const { statement } of ordered) {
    for (const [field, value] of Object.entries(statement.fields)) {
      if (value !== undefined && value !== null) {
        said[field] = value;
      }
    }
  }
  const fields: Record<string, unknown> = {};
  for (const { field } of FACT_COLUMNS[kind]) {
    if (said[field] !== undefined) {
      fields[field] = said[field];
    }
  }
  const last = ordered[ordered.length - 1].statement;
  return {
    fields: fields as FactFields[K],
    at: attributionTime(kind, fields as TimeFields, last.occurredAt),
    open: isOpen(kind, fields as TimeFields),
  };
}
