import {
  MANUAL_SOURCE,
  said,
  StatementRank,
  type EpochMs,
  type FactRecord,
  type IncidentFields,
  type IncidentReport,
  type IncidentStep,
  type MappedEvent,
} from '@devops-scorecards/plugin-maturity-common';

/** What events have as their source that people told of. */
const MANUAL_EVENT_SOURCE = 'urn:devops-scorecards:manual';

const PREDICATES: Readonly<Record<IncidentStep['step'], string>> = {
  acknowledge: 'acknowledged',
  restore: 'restored',
  reopen: 'reopened',
  classify: 'updated',
};

/**
 * The event by which an incident that a person tells of enters the log, like
 * any other.
 *
 * @remarks
 *
 * It names nobody: who told of it is in the audit log. It counts since its
 * impact began, and shows that incidents are told of since then.
 */
export function reportEvent(options: {
  id: string;
  entityRef: string;
  report: IncidentReport;
}): MappedEvent {
  const { id, entityRef, report } = options;
  const { startedAt, detectedAt } = report;
  const event = eventOf({
    id,
    key: id,
    entityRef,
    predicate: 'opened',
    occurredAt: detectedAt,
    fields: said({ ...report }),
  });
  return {
    ...event,
    connects: [
      { kind: 'incident', since: Math.min(detectedAt, startedAt ?? Infinity) },
    ],
  };
}

/**
 * The event by which such an incident goes on.
 *
 * @remarks
 *
 * It is said now and in any case after what was said before, because of two
 * words on one field the later counts and clocks of replicas differ.
 */
export function stepEvent(options: {
  id: string;
  entityRef: string;
  step: IncidentStep;
  incident: FactRecord;
  now: EpochMs;
}): MappedEvent {
  const { id, entityRef, step, incident, now } = options;
  const before = incident.events.map(({ occurredAt }) => occurredAt + 1);
  return eventOf({
    id,
    key: incident.key,
    entityRef,
    predicate: PREDICATES[step.step],
    occurredAt: Math.max(now, ...before),
    fields: fieldsOf(step),
    ...(step.step === 'reopen' && { clears: ['restoredAt'] }),
  });
}

function fieldsOf(step: IncidentStep): IncidentFields {
  switch (step.step) {
    case 'acknowledge':
      return { acknowledgedAt: step.at };
    case 'restore':
      return { restoredAt: step.at };
    case 'reopen':
      return {};
    default: {
      const { step: _, ...fields } = step;
      return said(fields);
    }
  }
}

function eventOf(options: {
  id: string;
  key: string;
  entityRef: string;
  predicate: string;
  occurredAt: EpochMs;
  fields: IncidentFields;
  clears?: string[];
}): MappedEvent {
  const { id, key, entityRef, predicate, occurredAt, fields, clears } = options;
  const type = `dev.cdeventsx.scorecards-incident.${predicate}.0.1.0`;
  return {
    eventSource: MANUAL_EVENT_SOURCE,
    eventId: id,
    type,
    subject: key,
    occurredAt,
    entityRef,
    aliases: [],
    statements: [
      {
        kind: 'incident',
        key,
        rank: StatementRank.Started,
        occurredAt,
        fields,
        ...(clears && { clears }),
      },
    ],
    envelope: {
      specversion: '1.0',
      id,
      source: MANUAL_EVENT_SOURCE,
      type,
      subject: key,
      entityref: entityRef,
      origin: MANUAL_SOURCE,
      datacontenttype: 'application/json',
      data: { ...fields, ...(clears && { clears }) },
    },
  };
}
