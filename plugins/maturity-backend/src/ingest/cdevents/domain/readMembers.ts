import { z } from 'zod';
import {
  accept,
  type JsonRecord,
  type Result,
  refuse,
} from '@devops-scorecards/plugin-maturity-node';

/**
 * Reads the members that a schema lists; members of others are left alone,
 * and `null` and `""` count as not said.
 *
 * @remarks
 *
 * A listed member with a value that it cannot have refuses the event: dropped
 * in silence, a misspelt `execution` would lower a level and nobody would know
 * why.
 *
 * @param path - where `record` stands in the event, for the message
 */
export function readMembers<T extends z.ZodObject>(
  schema: T,
  record: JsonRecord,
  path: 'data.subject.content' | 'data.customData',
): Result<z.output<T>> {
  const said = Object.entries(record).filter(
    ([, value]) => value !== null && value !== '',
  );
  const parsed = schema.safeParse(Object.fromEntries(said));
  if (parsed.success) {
    return accept(parsed.data);
  }
  const [issue] = parsed.error.issues;
  return refuse(
    400,
    `${path}.${issue.path.join('.')} cannot be read: ${issue.message}`,
  );
}
