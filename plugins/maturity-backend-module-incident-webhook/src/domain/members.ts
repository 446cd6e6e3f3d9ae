import type { Severity } from '@devops-scorecards/plugin-maturity-common';
import {
  isJsonRecord,
  maybeInstant,
  normaliseEntityRef,
  textOf,
  titleOf,
} from '@devops-scorecards/plugin-maturity-node';
import { z } from 'zod';

/*
 * What the members of `data` may be. `null` and `""` are left out before: they
 * count as not said. A member with a value that it cannot have refuses the
 * event, because in silence it would change a number and nobody would know why.
 */

/** One of some words, in any case. */
const word = <const T extends readonly [string, ...string[]]>(words: T) =>
  z
    .string()
    .toLowerCase()
    .pipe(z.enum(words, `must be one of ${words.join(', ')}`))
    .optional();

const time = maybeInstant.optional();

const flag = z.boolean('must be true or false').optional();

const text = z.string('must be text').optional();

const title = z.string('must be text').transform(titleOf).optional();

/** Scales of four words are common; their lower two are one here. */
const SEVERITIES: ReadonlyMap<string, Severity> = new Map([
  ['critical', 'critical'],
  ['major', 'major'],
  ['high', 'major'],
  ['minor', 'minor'],
  ['medium', 'minor'],
  ['low', 'minor'],
]);

const severity = z
  .string('must be text')
  .transform((value, context) => {
    const read = SEVERITIES.get(value.toLowerCase());
    if (read === undefined) {
      context.addIssue(
        'must be critical, major or minor (high is read as major, medium and low as minor)',
      );
      return z.NEVER;
    }
    return read;
  })
  .optional();

const entityRef = z
  .string('must be text')
  .transform((value, context) => {
    const ref = normaliseEntityRef(value);
    if (ref === undefined) {
      context.addIssue(
        'must be an entity reference with its kind, for example "component:default/payments"',
      );
      return z.NEVER;
    }
    return ref;
  })
  .optional();

/** Another fact, by its id in a source; without one in that of the event. */
export interface Reference {
  id: string;
  source?: string;
}

/** A reference, or text that means a key or an id, depending on the member. */
const reference = z
  .unknown()
  .optional()
  .transform((value, context): string | Reference | undefined => {
    if (value === undefined || typeof value === 'string') {
      return value;
    }
    const id = isJsonRecord(value) ? textOf(value, 'id') : undefined;
    if (!isJsonRecord(value) || id === undefined) {
      context.addIssue('must be a key, or an object with its id and source');
      return z.NEVER;
    }
    return { id, source: textOf(value, 'source') };
  });

/** What an event is about, and whose it is. */
export const subjectMembers = z.object({
  id: z.string('must be the id of the incident or alert, as text'),
  source: text,
  entityRef,
  service: text,
});

const common = {
  id: subjectMembers.shape.id,
  title,
  alertKey: text,
  acknowledgedAt: time,
  startedAt: time,
  url: text,
};

export const incidentMembers = z.object({
  ...common,
  severity,
  impact: word(['outage', 'degraded', 'none']),
  detectedAt: time,
  detectedBy: word(['monitoring', 'inspection', 'user', 'regulator']),
  restoredAt: time,
  cause: word(['change', 'capacity', 'dependency', 'hardware', 'other']),
  deployment: reference,
  artifactId: text,
  environment: text,
  scheduled: flag,
  repeatOf: reference,
  reviewedAt: time,
});

export type IncidentMembers = z.output<typeof incidentMembers>;

export const alertMembers = z.object({
  ...common,
  severity: word(['critical', 'warning', 'info']),
  resolvedAt: time,
  actionable: flag,
});

export type AlertMembers = z.output<typeof alertMembers>;
