import type { EventResult } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { markDue } from '../assessment/markDue';
import { takeKnowledge, writeTransaction } from '../database';
import type { AppendOptions, EventStore } from '../ingest/EventStore';
import { attributeFacts } from './attributeFacts';
import { bindSources } from './bindSources';
import { classifyEvents, type Classification } from './classifyEvents';
import { ensureSource } from './ensureSource';
import { findKeys } from './findKeys';
import { insertConflicts } from './insertConflicts';
import { insertLog, type AcceptedEvent } from './insertLog';
import { prepareEvents, type PreparedEvent } from './prepareEvents';
import { resolveNames } from './resolveNames';
import type { LoggedEvent } from './types';
import { upsertFacts } from './upsertFacts';

/** What a {@link DatabaseEventStore} is made of. */
export interface DatabaseEventStoreOptions {
  knex: Knex;
  /**
   * Told after the commit which entities producers named that the catalog
   * projection does not know, each once. Must not throw.
   */
  onUnknownEntities?: (entityRefs: string[]) => void;
}

/**
 * The event log in the plugin's database.
 *
 * @remarks
 *
 * The number of statements does not depend on the size of a delivery beyond
 * one for each 500 rows of a table.
 */
export class DatabaseEventStore implements EventStore {
  static create(options: DatabaseEventStoreOptions): DatabaseEventStore {
    return new DatabaseEventStore(options.knex, options.onUnknownEntities);
  }

  private constructor(
    private readonly knex: Knex,
    private readonly onUnknownEntities:
      | ((entityRefs: string[]) => void)
      | undefined,
  ) {}

  async append(options: AppendOptions): Promise<EventResult[]> {
    const { source, events } = options;
    if (events.length === 0) {
      return [];
    }
    const prepared = prepareEvents(source.name, events);
    const { results, accepted } = await writeTransaction(
      this.knex,
      (tx, lastSeq) => appendPrepared(tx, { ...options, prepared, lastSeq }),
    );
    const unknown = new Set(
      accepted
        .filter(({ entities }) => entities.length === 0)
        .flatMap(({ names }) => names)
        .filter(({ scheme }) => scheme === 'entity')
        .map(({ value }) => value),
    );
    if (unknown.size > 0) {
      this.onUnknownEntities?.([...unknown]);
    }
    return results;
  }
}

async function appendPrepared(
  tx: Knex.Transaction,
  options: AppendOptions & {
    prepared: readonly PreparedEvent[];
    lastSeq: number;
  },
): Promise<Classification> {
  const { source, receivedAt, prepared, lastSeq } = options;
  const storable = prepared.filter(({ problem }) => problem === undefined);
  const allowed = source.entities;
  const classification = classifyEvents({
    source: source.name,
    allows: allowed === 'all' ? () => true : allowed,
    events: prepared,
    knownKeys: await findKeys(
      tx,
      storable.map(({ eventKey }) => eventKey),
    ),
    resolution: await resolveNames(
      tx,
      storable.flatMap(({ names }) => names),
    ),
    firstSeq: lastSeq + 1,
  });
  const { accepted, conflicts } = classification;
  if (accepted.length === 0 && conflicts.length === 0) {
    return classification;
  }
  const sourceId = await ensureSource(tx, {
    name: source.name,
    createdAt: receivedAt,
  });
  await insertConflicts(tx, { sourceId, receivedAt, conflicts });
  if (accepted.length > 0) {
    await takeKnowledge(tx, accepted.length);
    await insertLog(tx, { sourceId, receivedAt, events: accepted });
    await applyAccepted(tx, { sourceId, receivedAt, accepted });
  }
  return classification;
}

async function applyAccepted(
  tx: Knex.Transaction,
  options: {
    sourceId: number;
    receivedAt: number;
    accepted: readonly AcceptedEvent[];
  },
): Promise<void> {
  const { sourceId, receivedAt, accepted } = options;
  const events: LoggedEvent[] = accepted
    .filter(({ incoming }) => incoming.event.statements.length > 0)
    .map(({ seq, eventKey, entities, incoming: { event } }) => ({
      seq,
      sourceId,
      eventKey,
      generated: event.generated === true,
      statements: event.statements,
      claims: entities.map(({ id }) => ({ entityId: id, seq })),
    }));
  if (events.length === 0) {
    return;
  }
  await attributeFacts(tx, await upsertFacts(tx, events));
  await bindSources(tx, events);
  await markDue(tx, {
    entityIds: [
      ...new Set(
        events.flatMap(({ claims }) => claims.map(claim => claim.entityId)),
      ),
    ],
    dueAt: receivedAt,
    seq: events[events.length - 1].seq,
  });
}
