import {
  said,
  type EpochMs,
  type Statement,
} from '@devops-scorecards/plugin-maturity-common';
import {
  accept,
  canonicalJson,
  refuse,
  type MappingContext,
  type Result,
  type SourceEvent,
} from '@devops-scorecards/plugin-maturity-node';
import { scopedKey } from '../../ingest/cdevents/domain/factKeys';
import { readNames } from '../../ingest/domain/readNames';
import { whomOf } from '../../ingest/domain/whomOf';
import { measureEvent } from '../../ingest/measures/domain/measureEvent';
import {
  HISTORY_KINDS,
  ROW_SCHEMAS,
  type HistoryKind,
  type HistoryRow,
} from './historyColumns';
import { ROW_KINDS, type FactRowKind } from './historyFacts';

/** Cells by their columns, without empty ones. */
export type HistoryCells = Readonly<Record<string, string>>;

/**
 * Makes an event of a row of a table of history.
 *
 * @remarks
 *
 * A row is identified by its kind, origin and id, so that a file can be sent
 * again; one that says something else by then is a conflict.
 */
export function readHistoryRow(
  cells: HistoryCells,
  context: MappingContext,
): { id?: string; event: Result<SourceEvent> } {
  const kind = HISTORY_KINDS.find(name => name === cells.kind?.toLowerCase());
  const event = kind
    ? readKind(kind, cells, context)
    : refuse(
        400,
        `The row has no kind that is known: kinds are ${HISTORY_KINDS.join(
          ', ',
        )}`,
      );
  return { id: cells.id?.slice(0, 256), event };
}

function readKind(
  kind: HistoryKind,
  cells: HistoryCells,
  context: MappingContext,
): Result<SourceEvent> {
  const { kind: _, ...told } = cells;
  const parsed = ROW_SCHEMAS[kind].safeParse(told);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse(
      400,
      issue.code === 'unrecognized_keys'
        ? `A ${kind} has no ${issue.keys.join(
            ', ',
          )}: leave the cell empty in rows of this kind`
        : problemOf(issue.path.join('.'), issue.message),
    );
  }
  return kind === 'measure'
    ? measureOf(parsed.data as HistoryRow<'measure'>)
    : factOf(kind, parsed.data as HistoryRow<FactRowKind>, cells, context);
}

function measureOf(row: HistoryRow<'measure'>): Result<SourceEvent> {
  const { id, origin, entityref, repository, service, pipeline, ...reading } =
    row;
  const names = readNames({ entityref, repository, service, pipeline });
  if (!names.ok) {
    return names;
  }
  const { name, measuredAt, branch, commit } = reading;
  if (measuredAt === undefined) {
    return refuse(400, 'measuredAt is missing: say when it was read');
  }
  const own =
    id ?? [new Date(measuredAt).toISOString(), branch, commit].join(' ').trim();
  const eventId = `measure ${whomOf(names.value)} ${name} ${own}`;
  return measureEvent({
    reading: { ...reading, ...names.value },
    eventSource: origin,
    eventId,
    receivedAt: measuredAt,
  });
}

function factOf<K extends FactRowKind>(
  kind: K,
  row: HistoryRow<K>,
  cells: HistoryCells,
  context: MappingContext,
): Result<SourceEvent> {
  const { id, origin, entityref, repository, service, pipeline, url } = row;
  if (id === undefined) {
    return refuse(
      400,
      `id is missing: say what tells the ${kind} from others of its origin`,
    );
  }
  const names = readNames({ entityref, repository, service, pipeline });
  if (!names.ok) {
    return names;
  }
  const { times, spans, read } = ROW_KINDS[kind];
  const { fields, name, rank } = read(row, id, context);
  const record = fields as Readonly<Record<string, unknown>>;
  const occurredAt = latestOf(record, times);
  if (occurredAt === undefined) {
    return refuse(
      400,
      `The ${kind} says no time: fill at least one of ${times.join(', ')}`,
    );
  }
  const wrong = spans.find(([begin, end]) => endsBefore(record, begin, end));
  if (wrong) {
    return refuse(
      400,
      `${wrong[1]} is before ${wrong[0]}: nothing ends before it begins; correct one of the two`,
    );
  }
  const statement: Statement = {
    kind,
    key: scopedKey(origin, name),
    rank,
    occurredAt,
    fields: said({ ...record, url }),
  };
  const eventId = `${kind} ${name}`;
  const type = `dev.cdeventsx.scorecards-${kind}.imported.0.1.0`;
  return accept({
    eventSource: origin,
    eventId,
    type,
    subject: id,
    occurredAt,
    ...names.value,
    statements: [statement],
    contents: canonicalJson(cells),
    envelope: {
      specversion: '1.0',
      id: eventId,
      source: origin,
      type,
      subject: id,
      time: new Date(occurredAt).toISOString(),
    },
  });
}

/** Most messages go on from the name of the column. */
function problemOf(column: string, message: string): string {
  return /^(is|must) /.test(message)
    ? `${column} ${message}`
    : `${column} cannot be read: ${message}`;
}

function latestOf(
  fields: Readonly<Record<string, unknown>>,
  names: readonly string[],
): EpochMs | undefined {
  const times = names
    .map(name => fields[name])
    .filter(time => typeof time === 'number');
  return times.length > 0 ? Math.max(...times) : undefined;
}

function endsBefore(
  fields: Readonly<Record<string, unknown>>,
  begin: string,
  end: string,
): boolean {
  const [from, to] = [fields[begin], fields[end]];
  return typeof from === 'number' && typeof to === 'number' && to < from;
}
