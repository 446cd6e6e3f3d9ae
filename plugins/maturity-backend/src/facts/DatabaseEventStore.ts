import type { EventResult } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { markDue } from '../assessment/markDue';
import { takeKnowledge, writeTransaction } from '../database';
import type { AppendOptions, EventStore } from '../ingest/EventStore';
import { addSourceCounts, type SourceCounts } from './addSourceCounts';
import { attributeFacts } from './attributeFacts';
import { bindSources } from './bindSources';
import { classifyEvents, type Classification } from './classifyEvents';
import { CORRECTIONS_EVENT_SOURCE } from './domain/correctionsEventSource';
import { endSources } from './endSources';
import { ensureSource } from './ensureSource';
import { findKeys } from './findKeys';
import { insertConflicts } from './insertConflicts';
import { insertLog, type AcceptedEvent } from './insertLog';
import { prepareEvents, type PreparedEvent } from './prepareEvents';
import { resolveNames } from './resolveNames';
import type { LoggedEvent } from './types';
import { upsertFacts } from './upsertFacts';

/** Clocks that are kept by NTP differ by less; more is a clock that is wrong. */
const CLOCK_TOLERANCE_MS = 1000;

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

/**
 * Like {@link DatabaseEventStore.append}, as a part of a transaction that
 * writes more than events: either all of it counts or nothing.
 *
 * @param tx - of `writeTransaction`
 * @param options - `lastSeq`: the last number that was given out
 */
export async function appendInTransaction(
  tx: Knex.Transaction,
  options: AppendOptions & { lastSeq: number },
): Promise<EventResult[]> {
  const prepared = prepareEvents(options.source.name, options.events);
  const { results } = await appendPrepared(tx, { ...options, prepared });
  return results;
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
  const added = await insertConflicts(tx, { sourceId, receivedAt, conflicts });
  if (accepted.length > 0) {
    await takeKnowledge(tx, accepted.length);
    await insertLog(tx, { sourceId, receivedAt, events: accepted });
    await applyAccepted(tx, { sourceId, receivedAt, accepted });
  }
  await addSourceCounts(tx, {
    sourceId,
    ...countAccepted({ receivedAt, accepted }),
    conflicts: added,
  });
  return classification;
}

/** What accepted events add to what their source has brought. */
function countAccepted(options: {
  receivedAt: number;
  accepted: readonly AcceptedEvent[];
}): Omit<SourceCounts, 'sourceId'> {
  const { receivedAt, accepted } = options;
  const sent = accepted.filter(
    ({ incoming: { event } }) => event.eventSource !== CORRECTIONS_EVENT_SOURCE,
  );
  const ahead = sent
    .map(({ incoming: { event } }) => event.occurredAt - receivedAt)
    .filter(ms => ms > CLOCK_TOLERANCE_MS);
  return {
    events: sent.length,
    ahead: ahead.length,
    aheadMs: Math.max(0, ...ahead),
    unmapped: accepted.filter(({ entities }) => entities.length === 0).length,
    ...(sent.length > 0 && { lastReceivedAt: receivedAt }),
  };
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
  const events = accepted
    .map(
      ({ seq, eventKey, entities, incoming: { event } }): LoggedEvent => ({
        seq,
        sourceId,
        eventKey,
        generated: event.generated === true,
        statements: event.statements,
        connects: event.connects ?? [],
        claims: entities.map(({ id }) => ({ entityId: id, seq })),
      }),
    )
    .filter(
      ({ statements, connects }) =>
        statements.length > 0 || connects.length > 0,
    );
  if (events.length === 0) {
    return;
  }
  const touched = await attributeFacts(tx, await upsertFacts(tx, events));
  await bindSources(tx, events);
  await endSources(tx, events);
  const claimed = events.flatMap(({ claims }) =>
    claims.map(({ entityId }) => entityId),
  );
  await markDue(tx, {
    // Facts may count to entities that these events do not name.
    entityIds: [...new Set([...claimed, ...touched])],
    dueAt: receivedAt,
    seq: events[events.length - 1].seq,
  });
}
