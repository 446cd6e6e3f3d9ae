import type {
  EpochMs,
  Severity,
} from '@devops-scorecards/plugin-maturity-common';
import { z } from 'zod';
import {
  isJsonRecord,
  parseInstant,
  textOf,
} from '@devops-scorecards/plugin-maturity-node';
import { readOutcome } from './readOutcome';

/** One of some words, in any case. */
export const word = <const T extends readonly [string, ...string[]]>(
  words: T,
) => z.string().toLowerCase().pipe(z.enum(words));

/** A point in time, as epoch milliseconds. */
export const instant = z
  .union([z.string(), z.number()], 'send an RFC 3339 time')
  .transform((value, context): EpochMs => {
    const parsed = parseInstant(value, 'the time');
    if (parsed.ok) {
      return parsed.value;
    }
    context.addIssue(parsed.refusal.message);
    return z.NEVER;
  });

/** The words of CDEvents for an outcome, and what producers send instead. */
export const outcome = z.string().transform((value, context) => {
  const read = readOutcome(value);
  if (!read) {
    context.addIssue('must be success, failure, cancel or error');
    return z.NEVER;
  }
  return read;
});

/** A number of things: whole, and never less than none. */
export const count = z
  .int('must be a whole number')
  .min(0, 'must not be negative')
  .max(2_147_483_647, 'must be at most 2147483647');

/**
 * The grades of an incident. Scales of four words are as common, CDEvents' own
 * samples among them; their lower two are one here.
 */
const SEVERITIES: Readonly<Record<string, Severity>> = {
  critical: 'critical',
  major: 'major',
  high: 'major',
  minor: 'minor',
  medium: 'minor',
  low: 'minor',
};

export const severity = z.string().transform((value, context) => {
  const key = value.toLowerCase();
  if (!Object.hasOwn(SEVERITIES, key)) {
    context.addIssue(
      'must be critical, major or minor (high is read as major, medium and low as minor)',
    );
    return z.NEVER;
  }
  return SEVERITIES[key];
});

/** The name of a thing: as text, or as CDEvents writes it, `{ "id" }`. */
export const name = z.unknown().transform((value, context) => {
  const read = isJsonRecord(value) ? textOf(value, 'id') : value;
  if (typeof read !== 'string') {
    context.addIssue('send its name, or an object with its id');
    return z.NEVER;
  }
  return read;
});

/** Another fact: as text, or as CDEvents names things, `{ "id", "source" }`. */
export interface Reference {
  id: string;
  source?: string;
}

export const reference = z.unknown().transform((value, context) => {
  if (typeof value === 'string') {
    return value;
  }
  const id = isJsonRecord(value) ? textOf(value, 'id') : undefined;
  if (!isJsonRecord(value) || id === undefined) {
    context.addIssue('send its key, or an object with its id and source');
    return z.NEVER;
  }
  return { id, source: textOf(value, 'source') } satisfies Reference;
});
