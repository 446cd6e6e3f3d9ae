import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Reference } from './members';

/*
 * Keys are written as those of CDEvents are, so that an incident may be told of
 * in both ways.
 */

/** A name that is unique in its source. */
export function scopedKey(source: string, id: string): string {
  return `${source} ${id}`;
}

/** One firing of an alert; the alert fires again under the same name. */
export function firingKey(
  source: string,
  id: string,
  startedAt: EpochMs,
): string {
  return `${scopedKey(source, id)} ${new Date(startedAt).toISOString()}`;
}

/**
 * Key of another fact. Text with a space is a whole key, for no source has
 * one; what other text means depends on the member.
 */
export function referencedKey(
  value: string | Reference | undefined,
  options: { source: string; text: 'id' | 'key' },
): string | undefined {
  const { source, text } = options;
  if (value === undefined) {
    return undefined;
  }
  if (typeof value !== 'string') {
    return scopedKey(value.source ?? source, value.id);
  }
  return text === 'key' || value.includes(' ')
    ? value
    : scopedKey(source, value);
}
