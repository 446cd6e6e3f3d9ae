import type { Alias } from '@devops-scorecards/plugin-maturity-common';
import {
  canonicalJson,
  instant,
  type JsonRecord,
  type SourceEvent,
} from '@devops-scorecards/plugin-maturity-node';
import { z } from 'zod';
import { EVENT_TYPES, INCIDENT_TYPES } from './eventTypes';
import { mapAlert } from './mapAlert';
import { mapIncident } from './mapIncident';
import { alertMembers, incidentMembers, subjectMembers } from './members';

const bodySchema = z.object({
  type: z
    .string('must be text')
    .refine(
      type => EVENT_TYPES.includes(type),
      `must be one of ${EVENT_TYPES.join(', ')}`,
    ),
  // So that a missing one is answered with what a time looks like.
  timestamp: z.preprocess(value => value ?? '', instant),
  data: z.record(z.string(), z.unknown(), 'must be an object'),
});

/** In `data`, so that messages name members as senders write them. */
const subjectSchema = z.object({ data: subjectMembers });
const incidentSchema = z.object({ data: incidentMembers });
const alertSchema = z.object({ data: alertMembers });

/**
 * Makes of a body what is stored.
 *
 * @param options - `eventId`: of the message; `source`: where incidents are
 *   known that name no source of their own
 * @throws ZodError or InputError for a body that is not as documented
 */
export function mapIncidentEvent(
  payload: unknown,
  options: { eventId: string; source: string },
): SourceEvent {
  const { type, timestamp, data } = bodySchema.parse(payload);
  const body = { data: withoutBlanks(data) };
  const { data: subject } = subjectSchema.parse(body);
  const source = subject.source ?? options.source;
  const told = { type, timestamp, source };
  return {
    eventSource: source,
    eventId: options.eventId,
    type,
    subject: subject.id,
    occurredAt: timestamp,
    contents: canonicalJson(payload),
    entityRef: subject.entityRef,
    aliases: aliasesOf(subject.service, source),
    statements: [
      Object.hasOwn(INCIDENT_TYPES, type)
        ? mapIncident({ ...told, members: incidentSchema.parse(body).data })
        : mapAlert({ ...told, members: alertSchema.parse(body).data }),
    ],
    // Neither names nor texts of people; the raw body has its own, short
    // retention.
    envelope: {
      type,
      id: subject.id,
      source: subject.source,
      service: subject.service,
    },
  };
}

/** What a sender does not know it may send as null or as an empty text. */
function withoutBlanks(record: JsonRecord): JsonRecord {
  return Object.fromEntries(
    Object.entries(record).filter(
      ([, value]) => value !== null && value !== '',
    ),
  );
}

function aliasesOf(service: string | undefined, source: string): Alias[] {
  const own: Alias = { scheme: 'event-source', value: source };
  return service ? [{ scheme: 'service', value: service }, own] : [own];
}
