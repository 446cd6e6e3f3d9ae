import type { MappedEvent } from '@devops-scorecards/plugin-maturity-common';
import {
  accept,
  type CloudEvent,
  type ExtensionValue,
  type MappingContext,
  normaliseEntityRef,
  type Result,
  refuse,
} from '@devops-scorecards/plugin-maturity-node';
import { aliasesOfEvent } from './aliasesOfEvent';
import { mapConnection } from './mapConnection';
import { mapStatements } from './mapStatements';
import { readCdevent } from './readCdevent';
import { withoutPeople } from './withoutPeople';

/**
 * Makes of a CloudEvent what is stored: whose it is, and what it says of
 * facts. Pure; the same event always gives the same.
 */
export function mapCloudEvent(
  event: CloudEvent,
  context: MappingContext,
): Result<MappedEvent> {
  const cdevent = readCdevent(event);
  if (!cdevent.ok) {
    return cdevent;
  }
  const entityRef = readEntityRef(event.extensions.entityref);
  if (!entityRef.ok) {
    return entityRef;
  }
  const statements = mapStatements(cdevent.value, context);
  if (!statements.ok) {
    return statements;
  }
  const connects: Result<MappedEvent['connects']> =
    cdevent.value.type.subject === 'source'
      ? mapConnection(cdevent.value)
      : accept(undefined);
  if (!connects.ok) {
    return connects;
  }
  return accept({
    eventSource: event.source,
    eventId: event.id,
    type: event.type,
    subject: cdevent.value.subjectId,
    occurredAt: cdevent.value.timestamp,
    entityRef: entityRef.value,
    aliases: aliasesOfEvent(cdevent.value),
    statements: statements.value,
    connects: connects.value,
    generated: String(event.extensions.generated) === 'true' ? true : undefined,
    envelope: envelopeOf(event, cdevent.value.timestamp),
  });
}

function readEntityRef(
  value: ExtensionValue | undefined,
): Result<string | undefined> {
  if (value === undefined || value === '') {
    return accept(undefined);
  }
  const ref = normaliseEntityRef(String(value));
  return ref === undefined
    ? refuse(
        400,
        'entityref must be an entity reference with its kind, for example "component:default/payments"',
      )
    : accept(ref);
}

/** The event in the structured JSON format. */
function envelopeOf(event: CloudEvent, time: number): Record<string, unknown> {
  return {
    ...event.extensions,
    specversion: '1.0',
    id: event.id,
    source: event.source,
    type: event.type,
    subject: event.subject,
    time: new Date(time).toISOString(),
    datacontenttype: 'application/json',
    dataschema: event.dataSchema,
    data:
      event.data.kind === 'json' ? withoutPeople(event.data.value) : undefined,
  };
}
