import type {
  EventResult,
  MappedEvent,
} from '@devops-scorecards/plugin-maturity-common';
import type { KnownKey } from './findKeys';
import type { AcceptedEvent } from './insertLog';
import type { PreparedEvent } from './prepareEvents';
import {
  entitiesOf,
  type EventEntities,
  type Resolution,
  type ResolvedEntity,
} from './resolveNames';

/** What is known of a delivery before anything of it is written. */
export interface ClassifyOptions {
  source: string;
  allows: (entityRef: string) => boolean;
  events: readonly PreparedEvent[];
  knownKeys: ReadonlyMap<string, KnownKey>;
  resolution: Resolution;
  /** The sequence number that the first accepted event gets. */
  firstSeq: number;
}

/** What becomes of each event of a delivery. */
export interface Classification {
  /** In the order of the delivery; results by the same index. */
  results: EventResult[];
  accepted: AcceptedEvent[];
  conflicts: { prepared: PreparedEvent; seq: number }[];
}

function refuse(
  event: PreparedEvent,
  refusal: { code: number; message: string },
): EventResult {
  return {
    index: event.index,
    id: event.incoming.event.eventId,
    status: 'refused',
    ...refusal,
  };
}

function firstRef(entities: readonly ResolvedEntity[]): {
  entityRef?: string;
} {
  return entities.length > 0 ? { entityRef: entities[0].ref } : {};
}

function mappedEntities(whom: EventEntities): readonly ResolvedEntity[] {
  return whom.kind === 'mapped' ? whom.entities : [];
}

/** Whether an event says something of facts or of connections to sources. */
function saysAnything({ statements, connects = [] }: MappedEvent): boolean {
  return statements.length > 0 || connects.length > 0;
}

function judgeKnown(
  event: PreparedEvent,
  known: KnownKey,
  entities: readonly ResolvedEntity[],
): EventResult {
  const { index, incoming } = event;
  const id = incoming.event.eventId;
  if (known.bodyHash === incoming.bodyHash) {
    return {
      index,
      id,
      status: 'duplicate',
      seq: known.seq,
      ...firstRef(entities),
      code: 202,
    };
  }
  return {
    index,
    id,
    status: 'conflict',
    seq: known.seq,
    code: 409,
    message: `Event '${id}' was stored before with other content; give each event an id of its own`,
  };
}

/**
 * Decides what becomes of each event. Pure; an event that is refused does not
 * take the key that a later one of the same delivery may have.
 */
export function classifyEvents(options: ClassifyOptions): Classification {
  const { source, allows, events, resolution } = options;
  const keys = new Map(options.knownKeys);
  const classification: Classification = {
    results: [],
    accepted: [],
    conflicts: [],
  };
  const { results, accepted, conflicts } = classification;
  for (const prepared of events) {
    const { index, eventKey, names, problem } = prepared;
    const { event, bodyHash } = prepared.incoming;
    if (problem) {
      results.push(refuse(prepared, { code: 400, message: problem }));
      continue;
    }
    const whom = entitiesOf({ names, resolution, allows });
    const entities = mappedEntities(whom);
    const known = keys.get(eventKey);
    if (known) {
      const result = judgeKnown(prepared, known, entities);
      results.push(result);
      if (result.status === 'conflict') {
        conflicts.push({ prepared, seq: known.seq });
      }
      continue;
    }
    if (whom.kind === 'outside') {
      results.push(
        refuse(prepared, {
          code: 403,
          message: `Source '${source}' may not speak for '${whom.entityRef}'; add it to maturity.sources.${source}.entities`,
        }),
      );
      continue;
    }
    const seq = options.firstSeq + accepted.length;
    keys.set(eventKey, { seq, bodyHash });
    accepted.push({ ...prepared, seq, entities });
    results.push({
      index,
      id: event.eventId,
      status: saysAnything(event) ? 'stored' : 'stored-no-fact',
      seq,
      ...firstRef(entities),
      ...(entities.length === 0 ? { unmapped: true } : {}),
      code: 202,
    });
  }
  return classification;
}
