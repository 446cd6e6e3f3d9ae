import type {
  Alias,
  EpochMs,
  EventResult,
  MappedEvent,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { classifyEvents } from '../facts/classifyEvents';
import { prepareEvents } from '../facts/prepareEvents';
import { resolveNames } from '../facts/resolveNames';

/** What would become of an event. */
export interface DryRun {
  name: Alias;
  /** Refs of the entities that it would count for. */
  entityRefs: string[];
  result: EventResult;
}

/**
 * What would become of one event for each name, by the code that takes events
 * in, up to where it would write.
 */
export async function dryRun(
  knex: Knex,
  options: {
    source: string;
    allows: (entityRef: string) => boolean;
    names: readonly Alias[];
    now: EpochMs;
  },
): Promise<DryRun[]> {
  const { source, allows, names, now } = options;
  const events = prepareEvents(
    source,
    names.map((name, index) => ({
      event: eventOf(name, `${index}`, now),
      bodyHash: '',
    })),
  );
  const { results, accepted } = classifyEvents({
    source,
    allows,
    events,
    knownKeys: new Map(),
    resolution: await resolveNames(
      knex,
      events.flatMap(event => event.names),
    ),
    firstSeq: 1,
  });
  return names.map((name, index) => ({
    name,
    entityRefs: accepted
      .filter(event => event.index === index)
      .flatMap(({ entities }) => entities.map(({ ref }) => ref)),
    result: results[index],
  }));
}

function eventOf(name: Alias, eventId: string, now: EpochMs): MappedEvent {
  return {
    eventSource: 'urn:devops-scorecards:set-up-test',
    eventId,
    type: 'dev.cdeventsx.scorecards-setup.tested.0.1.0',
    occurredAt: now,
    ...(name.scheme === 'entity'
      ? { entityRef: name.value, aliases: [] }
      : { aliases: [name] }),
    statements: [],
    envelope: {},
  };
}
