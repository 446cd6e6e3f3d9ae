import type {
  Alias,
  MappedEvent,
} from '@devops-scorecards/plugin-maturity-common';

/**
 * The names by which an event can be matched to entities, the most telling
 * first: the entity that the producer names wins over every alias, and an
 * event without any name still has the place that it came from.
 */
export function namesOf(
  event: Pick<MappedEvent, 'entityRef' | 'aliases' | 'eventSource'>,
): Alias[] {
  if (event.entityRef) {
    return [
      { scheme: 'entity', value: event.entityRef.toLocaleLowerCase('en-US') },
    ];
  }
  if (event.aliases.length > 0) {
    return event.aliases;
  }
  return [{ scheme: 'event-source', value: event.eventSource }];
}

/** One text for a name, for maps and sets. */
export function nameKey(name: Alias): string {
  return `${name.scheme}\n${name.value}`;
}
