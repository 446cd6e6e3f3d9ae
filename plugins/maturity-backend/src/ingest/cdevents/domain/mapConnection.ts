import {
  FACT_KINDS,
  type FactKind,
  type MappedEvent,
} from '@devops-scorecards/plugin-maturity-common';
import { z } from 'zod';
import { accept, type Result } from '@devops-scorecards/plugin-maturity-node';
import { instant, word } from './memberSchemas';
import type { Cdevent } from './readCdevent';
import { readMembers } from './readMembers';

const contentMembers = z.object({
  kinds: z
    .array(word(FACT_KINDS as [FactKind, ...FactKind[]]), {
      error: 'send an array with the kinds of fact that the source delivers',
    })
    .min(1, 'name at least one kind of fact that the source delivers'),
  since: instant.optional(),
  until: instant.optional(),
});

/**
 * `source.connected` says which kinds of fact a producer delivers for an
 * entity, and since when; since the event itself unless it says.
 * `source.disconnected` says until when it did.
 */
export function mapConnection(
  event: Cdevent,
): Result<NonNullable<MappedEvent['connects']>> {
  const members = readMembers(
    contentMembers,
    event.content,
    'data.subject.content',
  );
  if (!members.ok) {
    return members;
  }
  const { kinds, since, until = event.timestamp } = members.value;
  const ends = event.type.predicate === 'disconnected';
  return accept(
    [...new Set(kinds)].map(kind =>
      ends
        ? // That it was there until then is all that is known of before.
          { kind, since: until, until }
        : { kind, since: since ?? event.timestamp },
    ),
  );
}
