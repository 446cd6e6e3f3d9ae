import {
  maybe,
  maybeText,
  parseInstant,
} from '@devops-scorecards/plugin-maturity-node';
import { z } from 'zod';
import { epochOf } from './epochOf';
import { priorityOf } from './priorities';
import { scalarText } from './scalarText';

/**
 * The parts of Opsgenie's payloads that are read, see
 * https://support.atlassian.com/opsgenie/docs/opsgenie-edge-connector-alert-action-data/.
 * Anything else in them is let through unseen.
 */

/** Also RFC 3339, as other parts of Opsgenie write times. */
const maybeTime = z
  .unknown()
  .optional()
  .transform((value, context) => {
    if (value === undefined || value === null || value === '') {
      return undefined;
    }
    if (/^0+$/.test(scalarText(value))) {
      return undefined;
    }
    const time =
      typeof value === 'string' || typeof value === 'number'
        ? epochOf(value)
        : undefined;
    if (time !== undefined) {
      return time;
    }
    const read = parseInstant(value, 'the time');
    if (read.ok) {
      return read.value;
    }
    context.addIssue({
      code: 'custom',
      message:
        'the time must be seconds, milliseconds, microseconds or nanoseconds since 1970',
    });
    return z.NEVER;
  });

/** A time with the digits as they were sent, of which none may be lost. */
const maybeMoment = z
  .unknown()
  .optional()
  .transform((value, context) => {
    const at = maybeTime.safeParse(value);
    if (!at.success) {
      context.addIssue({ code: 'custom', message: at.error.issues[0].message });
      return z.NEVER;
    }
    return at.data === undefined
      ? undefined
      : { at: at.data, digits: scalarText(value) };
  });

/** The texts of a list; what else is in it, or what is no list, is none. */
const texts = z
  .unknown()
  .optional()
  .transform((value): string[] =>
    Array.isArray(value)
      ? value.filter(item => typeof item === 'string' && item !== '')
      : [],
  );

/** A count, also as text; what is none says nothing. */
const maybeCount = z
  .unknown()
  .optional()
  .transform(value =>
    /^\d{1,9}$/.test(scalarText(value)) ? Number(value) : undefined,
  );

const priority = z.unknown().optional().transform(priorityOf);

const alert = z.object({
  alertId: z.string().min(1),
  message: maybeText,
  alias: maybeText,
  entity: maybeText,
  source: maybeText,
  tags: texts,
  team: maybeText,
  // Ids; names are in `team` and in the responders.
  teams: texts,
  responders: z
    .array(z.object({ type: maybeText, name: maybeText }))
    .nullish()
    .transform(responders => responders ?? []),
  // Milliseconds.
  createdAt: maybeTime,
  // Nanoseconds.
  insertedAt: maybeTime,
  updatedAt: maybeMoment,
  priority,
  oldPriority: priority,
  details: maybe(z.record(z.string(), z.unknown())),
});

export const actionSchema = z.object({
  action: z.string().min(1),
  alert: maybe(alert),
  // Through what the action came: `web` for a person at Opsgenie's own pages,
  // else the type of an integration.
  source: maybe(z.object({ name: maybeText, type: maybeText })),
  integrationId: maybeText,
  // Of `Escalate`, whose alert is an id and nothing else: the minutes that its
  // rule waits, and how often the policy has begun anew.
  escalationTime: maybeCount,
  repeatCount: maybeCount,
});

export type OpsgenieAction = z.output<typeof actionSchema>;
export type OpsgenieAlert = z.output<typeof alert>;
