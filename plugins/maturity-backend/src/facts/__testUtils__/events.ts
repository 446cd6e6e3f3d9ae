import { createHash } from 'node:crypto';
import type { Entity } from '@backstage/catalog-model';
import {
  FACT_KINDS,
  StatementRank,
  type DeploymentFields,
  type FactFields,
  type FactKind,
  type MappedEvent,
  type RunFields,
  type Statement,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { describeEntity } from '../../catalog/domain/describeEntity';
import { writeEntities } from '../../catalog/writeEntities';
import type { IncomingEvent } from '../../ingest/EventStore';
import { CORRECTIONS_EVENT_SOURCE } from '../domain/correctionsEventSource';
import { tableOf } from '../domain/tableOf';

/** An event with the hash of its content. */
export function incoming(
  event: Partial<MappedEvent>,
  raw?: IncomingEvent['raw'],
): IncomingEvent {
  const full: MappedEvent = {
    eventSource: '/ci',
    eventId: '1',
    type: 'test.event',
    occurredAt: 1_000,
    aliases: [],
    statements: [],
    envelope: { id: event.eventId ?? '1' },
    ...event,
  };
  return {
    event: full,
    bodyHash: createHash('sha256').update(JSON.stringify(full)).digest('hex'),
    raw,
  };
}

/** One statement about a run, in an event of its own. */
export function runEvent(options: {
  id: string;
  key: string;
  rank?: StatementRank;
  occurredAt?: number;
  fields: RunFields;
  event?: Partial<MappedEvent>;
}): IncomingEvent {
  const { id, key, fields, occurredAt = 1_000, event } = options;
  const statement: Statement<'run'> = {
    kind: 'run',
    key,
    rank: options.rank ?? StatementRank.Finished,
    occurredAt,
    fields,
  };
  return incoming({
    eventId: id,
    occurredAt,
    entityRef: 'component:default/payments',
    statements: [statement],
    ...event,
  });
}

/** A finished production deployment, in an event of its own. */
export function deploymentEvent(options: {
  id: string;
  finishedAt: number;
  fields?: DeploymentFields;
  event?: Partial<MappedEvent>;
}): IncomingEvent {
  const { id, finishedAt, fields, event } = options;
  const statement: Statement<'deployment'> = {
    kind: 'deployment',
    key: id,
    rank: StatementRank.Finished,
    occurredAt: finishedAt,
    fields: { finishedAt, outcome: 'success', tier: 'production', ...fields },
  };
  return incoming({
    eventId: id,
    occurredAt: finishedAt,
    entityRef: 'component:default/payments',
    statements: [statement],
    ...event,
  });
}

/** One statement about a fact of any kind, in an event of its own. */
export function factEvent<K extends FactKind>(options: {
  id: string;
  kind: K;
  key: string;
  fields?: FactFields[K];
  clears?: string[];
  rank?: StatementRank;
  occurredAt?: number;
  event?: Partial<MappedEvent>;
}): IncomingEvent {
  const { id, kind, key, fields, clears, rank, event } = options;
  const occurredAt = options.occurredAt ?? 1_000;
  return incoming({
    eventId: id,
    occurredAt,
    entityRef: 'component:default/payments',
    statements: [
      {
        kind,
        key,
        rank: rank ?? StatementRank.Finished,
        occurredAt,
        fields: fields ?? {},
        ...(clears && { clears }),
      } as Statement,
    ],
    ...event,
  });
}

/** A correction by a person, as it enters the log. */
export function correction(options: {
  id: string;
  kind: FactKind;
  key: string;
  fields?: FactFields[FactKind];
  clears?: string[];
  exclude?: boolean;
  occurredAt?: number;
  event?: Partial<MappedEvent>;
}): IncomingEvent {
  const { id, kind, key, fields, clears, exclude, event } = options;
  const occurredAt = options.occurredAt ?? 90_000;
  return incoming({
    eventSource: CORRECTIONS_EVENT_SOURCE,
    eventId: id,
    occurredAt,
    entityRef: 'component:default/payments',
    statements: [
      {
        kind,
        key,
        rank: StatementRank.Corrected,
        occurredAt,
        fields: fields ?? {},
        ...(clears && { clears }),
        ...(exclude !== undefined && { exclude }),
      },
    ],
    ...event,
  });
}

/** A component with annotations. */
export function component(
  name: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'service', lifecycle: 'production', owner: 'team-a' },
  };
}

/** Puts entities into the projection as if the catalog had been read. */
export async function knowEntities(
  knex: Knex,
  entities: Entity[],
): Promise<void> {
  await writeEntities({
    knex,
    now: 500,
    present: entities.map(entity => describeEntity(entity, () => undefined)),
    removed: [],
  });
}

/** Id of an entity that is known. */
export async function entityId(knex: Knex, ref: string): Promise<number> {
  const { id } = await knex('entity').where({ ref }).first('id');
  return id;
}

const INTERNAL = ['id', 'source_id', 'first_seq', 'last_seq'];

/**
 * Everything that is derived from the log, as text that is equal whenever it
 * means the same: without internal numbers, unless `knowledge` asks for the
 * sequence numbers too.
 */
export async function dumpFacts(
  knex: Knex,
  options: { knowledge?: boolean } = {},
): Promise<string> {
  const dump: string[] = [];
  const add = (line: Record<string, unknown>) =>
    dump.push(
      JSON.stringify(
        Object.fromEntries(
          Object.entries(line).map(([key, value]) => [
            key,
            typeof value === 'string' && /^\d+$/.test(value)
              ? Number(value)
              : value,
          ]),
        ),
      ),
    );
  for (const kind of FACT_KINDS) {
    const tables = tableOf(kind);
    const facts = await knex(`${tables.fact} as fact`)
      .join('source', 'source.id', 'fact.source_id')
      .select('fact.*', 'source.name as source_name');
    for (const fact of facts) {
      const seqs = options.knowledge
        ? { first: Number(fact.first_seq), last: Number(fact.last_seq) }
        : {};
      const columns = Object.entries(fact).filter(
        ([column]) => !INTERNAL.includes(column),
      );
      add({ kind, ...Object.fromEntries(columns), ...seqs });
    }
    const whose = await knex(`${tables.whose} as whose`)
      .join('entity', 'entity.id', 'whose.entity_id')
      .join(`${tables.fact} as fact`, 'fact.id', `whose.${tables.id}`)
      .select(
        'entity.ref',
        'fact.key',
        'whose.at',
        'whose.is_open',
        ...(options.knowledge ? ['whose.seq'] : []),
        ...(tables.spans ? ['whose.ended_at'] : []),
      );
    whose.forEach(row => add({ attribution: kind, ...row }));
    const links = await knex('fact_event as link')
      .join(`${tables.fact} as fact`, 'fact.id', 'link.fact_id')
      .join('event_log as log', 'log.seq', 'link.seq')
      .where('link.kind', kind)
      .select('fact.key', 'log.event_id');
    links.forEach(row => add({ link: kind, ...row }));
  }
  const bindings = await knex('source_binding as binding')
    .join('entity', 'entity.id', 'binding.entity_id')
    .join('source', 'source.id', 'binding.source_id')
    .groupBy('entity.ref', 'source.name', 'binding.kind')
    .select(
      'entity.ref',
      'source.name',
      'binding.kind',
      knex.raw('min(binding.since) as since'),
    );
  bindings.forEach(row => add({ binding: true, ...row }));
  // Conflicts are left out: what is sent again may meet what it contradicts.
  const counts = await knex('source').select('name', 'events', 'unmapped');
  counts.forEach(row => add({ counts: true, ...row }));
  return dump.sort().join('\n');
}

/** Empties every table except those of the catalog projection. */
export async function forgetEvents(knex: Knex): Promise<void> {
  for (const table of [
    'event_key',
    'event_log',
    'event_raw',
    'event_conflict',
    'event_mapping',
    'unmapped_event',
    'fact_event',
    ...FACT_KINDS.flatMap(kind => [tableOf(kind).whose, tableOf(kind).fact]),
    'source_binding',
    'source_end',
    'source',
    'due',
  ]) {
    await knex(table).delete();
  }
}

/** Rows of every table that an append may touch. */
export async function countRows(knex: Knex): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of [
    'event_key',
    'event_log',
    'event_raw',
    'event_conflict',
    'unmapped_event',
    'fact_event',
    'run',
    'run_entity',
    'deployment',
    'deployment_entity',
    'incident',
    'alert',
    'alert_entity',
    'source_binding',
    'due',
  ]) {
    const row = await knex(table).count({ count: '*' }).first();
    counts[table] = Number(row?.count);
  }
  return counts;
}
