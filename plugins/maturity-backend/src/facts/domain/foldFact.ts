import {
  StatementRank,
  type EpochMs,
  type FactFields,
  type FactKind,
  type Statement,
} from '@devops-scorecards/plugin-maturity-common';
import { attributionOf } from './attributionOf';
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
  /** When it counts: see {@link attributionOf}; else when it was last heard of. */
  at: EpochMs;
  /** It has begun and nothing says that it ended. */
  open: boolean;
  /** When it ended, of kinds that count where they began. */
  endedAt?: EpochMs;
  /** A person left it out: it counts for nothing. */
  excluded: boolean;
  /** Something about it is as it is because a person said so. */
  corrected: boolean;
}

function compareStatements(a: KeyedStatement, b: KeyedStatement): number {
  return (
    a.statement.rank - b.statement.rank ||
    a.statement.occurredAt - b.statement.occurredAt ||
    compareText(a.eventKey, b.eventKey) ||
    a.position - b.position
  );
}

/**
 * Fields that tell when something happened first: of all times that producers
 * say the earliest counts, and taking it back does not erase it.
 */
const FIRST_TIMES: Partial<Record<FactKind, ReadonlySet<string>>> = {
  incident: new Set<keyof FactFields['incident']>(['acknowledgedAt']),
  alert: new Set<keyof FactFields['alert']>(['acknowledgedAt']),
};

/** What a statement says of one thing; no value where it clears a field. */
interface Said {
  value: unknown;
  corrects: boolean;
}

/** Fields that a statement decides. A value beats a clear of the same statement. */
function* saidOfFields({
  fields,
  clears = [],
}: Statement): Iterable<[field: string, value: unknown]> {
  for (const field of clears) {
    yield [field, undefined];
  }
  for (const [field, value] of Object.entries(fields)) {
    if (value !== undefined && value !== null) {
      yield [field, value];
    }
  }
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
 * fills in what is still missing. That a field has no value, and that the fact
 * is left out or taken back in, are said and beaten in the same way. Only of
 * {@link FIRST_TIMES} the earliest wins, whatever its rank.
 *
 * @param kind - kind of the fact
 * @param statements - at least one; duplicates are harmless
 */
export function foldFact<K extends FactKind>(
  kind: K,
  statements: readonly KeyedStatement[],
): FoldedFact<K> {
  const ordered = [...statements].sort(compareStatements);
  const said = new Map<string, Said>();
  let exclusion: Said | undefined;
  let lastHeard: EpochMs | undefined;
  const firstTimes = FIRST_TIMES[kind];
  for (const { statement } of ordered) {
    const corrects = statement.rank === StatementRank.Corrected;
    for (const [field, value] of saidOfFields(statement)) {
      const known = said.get(field)?.value as EpochMs | undefined;
      const isFirst = !corrects && firstTimes?.has(field);
      if (!isFirst || isEarlier(value as EpochMs | undefined, known)) {
        said.set(field, { value, corrects });
      }
    }
    if (statement.exclude !== undefined && statement.exclude !== null) {
      exclusion = { value: statement.exclude, corrects };
    }
    // That a person corrected it later does not move it in time.
    if (!corrects) {
      lastHeard = statement.occurredAt;
    }
  }
  const fields: Record<string, unknown> = {};
  let corrected = exclusion?.corrects ?? false;
  for (const { field } of FACT_COLUMNS[kind]) {
    const winner = said.get(field);
    if (winner) {
      corrected ||= winner.corrects;
      if (winner.value !== undefined) {
        fields[field] = winner.value;
      }
    }
  }
  const { at, open, endedAt } = attributionOf(kind, fields as FactFields[K]);
  return {
    fields: fields as FactFields[K],
    at: at ?? lastHeard ?? ordered[ordered.length - 1].statement.occurredAt,
    open,
    ...(endedAt !== undefined && { endedAt }),
    excluded: exclusion?.value === true,
    corrected,
  };
}

function isEarlier(
  time: EpochMs | undefined,
  known: EpochMs | undefined,
): boolean {
  return time !== undefined && (known === undefined || time < known);
}
