import { InputError } from '@backstage/errors';
import {
  type EpochMs,
  type IncidentFields,
  said,
  type Statement,
  StatementRank,
} from '@devops-scorecards/plugin-maturity-common';
import { checkOrder } from './checkOrder';
import { INCIDENT_TYPES } from './eventTypes';
import { referencedKey, scopedKey } from './keys';
import type { IncidentMembers } from './members';

/**
 * What an event says of its incident, as our incident events of CDEvents do.
 *
 * @remarks
 *
 * All have the same rank: of two that say the same field, the later counts, so
 * an update may correct a restoration and a reopening take it back. Nothing is
 * assumed: `startedAt` least of all.
 *
 * @throws InputError for a restoration of a reopened incident, and for one
 *   before the start
 */
export function mapIncident(options: {
  type: string;
  timestamp: EpochMs;
  source: string;
  members: IncidentMembers;
}): Statement<'incident'> {
  const { type, timestamp, source, members } = options;
  const own = INCIDENT_TYPES[type];
  const fields: IncidentFields = {
    ...(own && { [own]: timestamp }),
    ...said(fieldsOf(members, source)),
  };
  const reopened = type === 'incident.reopened';
  if (reopened && members.restoredAt !== undefined) {
    throw new InputError(
      'data.restoredAt is said of a reopened incident, which is not restored: leave it out, or send incident.restored',
    );
  }
  checkOrder({
    begun: fields.startedAt,
    ended: fields.restoredAt,
    end: 'restoredAt',
    isOwnTime: members.restoredAt === undefined,
  });
  return {
    kind: 'incident',
    key: scopedKey(source, members.id),
    rank: StatementRank.Started,
    occurredAt: timestamp,
    fields,
    ...(reopened && { clears: ['restoredAt'] }),
  };
}

function fieldsOf(members: IncidentMembers, source: string): IncidentFields {
  return {
    title: members.title,
    severity: members.severity,
    impact: members.impact,
    startedAt: members.startedAt,
    detectedAt: members.detectedAt,
    detectedBy: members.detectedBy,
    acknowledgedAt: members.acknowledgedAt,
    restoredAt: members.restoredAt,
    cause: members.cause,
    deployment: referencedKey(members.deployment, { source, text: 'key' }),
    // Package URLs may or may not escape the colon of a digest.
    artifact: members.artifactId?.replace(/%3a/gi, ':'),
    environment: members.environment,
    alertKey: members.alertKey,
    scheduled: members.scheduled,
    repeatOf: referencedKey(members.repeatOf, { source, text: 'id' }),
    reviewedAt: members.reviewedAt,
    url: members.url,
  };
}
