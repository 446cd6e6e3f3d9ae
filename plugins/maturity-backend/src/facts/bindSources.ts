import {
  StatementRank,
  type EpochMs,
  type FactKind,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { chunksOf, insertRows, toNumber } from '../database';
import type { LoggedEvent } from './types';

type Binding = {
  entity_id: number;
  kind: FactKind;
  source_id: number;
  seq: number;
  since: EpochMs;
};

function bindingKey(
  binding: Pick<Binding, 'entity_id' | 'kind' | 'source_id'>,
): string {
  return `${binding.entity_id}\n${binding.kind}\n${binding.source_id}`;
}

/**
 * Kinds that an event shows to be connected, and since when. A correction
 * shows nothing: it comes from a person and not from the source.
 */
function connectionsShown(
  event: LoggedEvent,
): { kind: FactKind; since: EpochMs }[] {
  return [
    ...event.statements
      .filter(({ rank }) => rank !== StatementRank.Corrected)
      .map(({ kind, occurredAt }) => ({ kind, since: occurredAt })),
    ...event.connects,
  ];
}

/** The earliest that the events at hand bring, per entity, kind and source. */
function collectEarliest(events: readonly LoggedEvent[]): Binding[] {
  const earliest = new Map<string, Binding>();
  for (const event of events) {
    for (const { kind, since } of connectionsShown(event)) {
      for (const { entityId, seq } of event.claims) {
        const binding = {
          entity_id: entityId,
          kind,
          source_id: event.sourceId,
          seq,
          since,
        };
        const best = earliest.get(bindingKey(binding));
        if (!best || since < best.since) {
          earliest.set(bindingKey(binding), binding);
        }
      }
    }
  }
  return [...earliest.values()];
}

/**
 * Notes since when entities have been connected to sources. A row is only
 * ever added, so that what was known at an earlier sequence stays known.
 */
export async function bindSources(
  tx: Knex,
  events: readonly LoggedEvent[],
): Promise<void> {
  const candidates = collectEarliest(events);
  const known = new Map<string, EpochMs>();
  const entityIds = [...new Set(candidates.map(row => row.entity_id))];
  for (const ids of chunksOf(entityIds)) {
    const rows = await tx('source_binding')
      .whereIn('entity_id', ids)
      .groupBy('entity_id', 'kind', 'source_id')
      .select<(Omit<Binding, 'since'> & { since: number | string })[]>(
        'entity_id',
        'kind',
        'source_id',
        tx.raw('min(since) as since'),
      );
    for (const row of rows) {
      known.set(bindingKey(row), toNumber(row.since));
    }
  }
  await insertRows(tx, {
    table: 'source_binding',
    rows: candidates.filter(candidate => {
      const since = known.get(bindingKey(candidate));
      return since === undefined || candidate.since < since;
    }),
  });
}
