import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Reference } from './memberSchemas';
import type { Cdevent } from './readCdevent';

/**
 * A name that is unique in its source. Ids of CDEvents are unique only
 * together with their source: two jobs may both have a run 42.
 */
export function scopedKey(source: string, id: string): string {
  return `${source} ${id}`;
}

/** Key of a fact that its subject names. */
export function subjectKey(event: Cdevent): string {
  return scopedKey(event.subjectSource, event.subjectId);
}

/** Key of a fact that its one event names; the subject is something else. */
export function eventKey(event: Cdevent): string {
  return scopedKey(event.source, event.id);
}

/** The first attempt has no number, so that not saying it means the same. */
export function runKey(source: string, id: string, attempt?: number): string {
  const key = scopedKey(source, id);
  return attempt !== undefined && attempt > 1 ? `${key}#${attempt}` : key;
}

/** One firing of an alert; the alert fires again under the same name. */
export function firingKey(event: Cdevent, startedAt: EpochMs): string {
  return `${subjectKey(event)} ${new Date(startedAt).toISOString()}`;
}

/**
 * Key of another fact that an event refers to.
 *
 * @remarks
 *
 * An object names it as CDEvents does, in the event's own source unless it
 * says another. Text with a space is a whole key, for no source has one. What
 * other text means depends on the member: of a fact that lives in the same
 * tool an id, of any other a key.
 */
export function referencedKey(
  value: string | Reference | undefined,
  options: { event: Cdevent; text: 'id' | 'key' },
): string | undefined {
  const { event, text } = options;
  if (value === undefined) {
    return undefined;
  }
  if (typeof value !== 'string') {
    return scopedKey(value.source ?? event.subjectSource, value.id);
  }
  return text === 'key' || value.includes(' ')
    ? value
    : scopedKey(event.subjectSource, value);
}
