import {
  StatementRank,
  type FactFields,
} from '@devops-scorecards/plugin-maturity-common';
import type { MappingContext } from '@devops-scorecards/plugin-maturity-node';
import { scopedKey } from '../../ingest/cdevents/domain/factKeys';
import type { HistoryKind, HistoryRow } from './historyColumns';

/** The kinds whose rows are made facts here; a measure is read like any other. */
export type FactRowKind = Exclude<HistoryKind, 'measure'>;

/** What a row of a kind says of its fact. */
interface RowReading<K extends FactRowKind> {
  fields: FactFields[K];
  /** The fact's name within its origin. */
  name: string;
  rank: StatementRank;
}

/** How rows of one kind become facts. */
interface RowKind<K extends FactRowKind> {
  /** At least one of these must be said; the latest is the time of the row. */
  times: readonly (keyof FactFields[K] & string)[];
  /** What cannot end before it begins. */
  spans: readonly (readonly [begin: string, end: string])[];
  /** @param id - of the row */
  read(row: HistoryRow<K>, id: string, context: MappingContext): RowReading<K>;
}

/** Columns that are no field of a fact by themselves. */
type NoField =
  | 'id'
  | 'origin'
  | 'entityref'
  | 'repository'
  | 'service'
  | 'pipeline';

/** What a row says of its fact, as the columns call it. */
function fieldsIn<R extends Partial<Record<NoField, string>>>(
  row: R,
): Omit<R, NoField> {
  const {
    id: _id,
    origin: _origin,
    entityref: _entityref,
    repository: _repository,
    service: _service,
    pipeline: _pipeline,
    ...fields
  } = row;
  return fields;
}

/** An ended fact is further along than one that only began. */
function rankBy(isEnded: boolean): StatementRank {
  return isEnded ? StatementRank.Finished : StatementRank.Started;
}

/** As events name it: the first attempt has no number. */
function runName(id: string, attempt: number | undefined): string {
  return attempt !== undefined && attempt > 1 ? `${id}#${attempt}` : id;
}

/** The key of another fact of the same origin. */
function referTo(origin: string, id: string | undefined): string | undefined {
  return id === undefined ? undefined : scopedKey(origin, id);
}

/**
 * How the rows of each kind are read.
 *
 * @remarks
 *
 * Rows of incidents and alerts have the rank of the events of those, of which the
 * latest counts: so an incident that is reopened after the import is open.
 */
export const ROW_KINDS: { [K in FactRowKind]: RowKind<K> } = {
  run: {
    times: ['finishedAt', 'startedAt', 'queuedAt'],
    spans: [['startedAt', 'finishedAt']],
    read: (row, id) => ({
      fields: { ...fieldsIn(row), pipeline: row.pipeline },
      name: runName(id, row.attempt),
      rank: rankBy(row.finishedAt !== undefined),
    }),
  },
  deployment: {
    times: ['finishedAt', 'startedAt'],
    spans: [['startedAt', 'finishedAt']],
    read: (row, id, context) => {
      const { attempt, run, ...rest } = row;
      return {
        fields: {
          ...fieldsIn(rest),
          pipeline: row.pipeline,
          service: row.service,
          tier: context.tierOf(row.environment),
          run: referTo(row.origin, run && runName(run, attempt)),
          repairs: referTo(row.origin, row.repairs),
        },
        name: id,
        rank: rankBy(row.finishedAt !== undefined),
      };
    },
  },
  change: {
    times: ['createdAt', 'mergedAt', 'closedAt'],
    spans: [],
    read: (row, id, context) => ({
      fields: { ...fieldsIn(row), author: context.pseudonym(row.author) },
      name: id,
      rank: rankBy(row.mergedAt !== undefined || row.closedAt !== undefined),
    }),
  },
  'work-item': {
    times: ['createdAt', 'acceptedAt', 'startedAt', 'doneAt', 'releasedAt'],
    spans: [
      ['acceptedAt', 'doneAt'],
      ['acceptedAt', 'releasedAt'],
      ['startedAt', 'doneAt'],
    ],
    read: (row, id) => ({
      fields: {
        ...fieldsIn(row),
        incident: referTo(row.origin, row.incident),
      },
      name: id,
      rank: rankBy(
        row.doneAt !== undefined ||
          row.releasedAt !== undefined ||
          row.dropped === true,
      ),
    }),
  },
  incident: {
    times: [
      'startedAt',
      'detectedAt',
      'acknowledgedAt',
      'restoredAt',
      'reviewedAt',
    ],
    spans: [['startedAt', 'restoredAt']],
    read: (row, id) => ({
      fields: {
        ...fieldsIn(row),
        deployment: referTo(row.origin, row.deployment),
        repeatOf: referTo(row.origin, row.repeatOf),
      },
      name: id,
      rank: StatementRank.Started,
    }),
  },
  alert: {
    times: ['startedAt', 'acknowledgedAt', 'resolvedAt'],
    spans: [['startedAt', 'resolvedAt']],
    read: (row, id) => ({
      fields: { ...fieldsIn(row), alertKey: id },
      // As events name it: the alert fires again under the same name.
      name: `${id} ${new Date(row.startedAt).toISOString()}`,
      rank: StatementRank.Started,
    }),
  },
};
