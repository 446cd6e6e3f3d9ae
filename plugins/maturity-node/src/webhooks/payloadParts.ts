import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import { z } from 'zod';
import { parseInstant } from '../domain';

/*
 * Parts that payloads of many producers have. Where a producer sends null or
 * an empty text for what it does not know, it is undefined here.
 */

/**
 * RFC 3339 with an offset or epoch milliseconds, as epoch milliseconds. A time
 * before 1970, such as the zero time of Go, is refused.
 *
 * @public
 */
export const instant = z
  .unknown()
  .optional()
  .transform((value, context): EpochMs => {
    const read = parseInstant(value, 'the time');
    if (read.ok) {
      return read.value;
    }
    context.addIssue({ code: 'custom', message: read.refusal.message });
    return z.NEVER;
  });

/** @public */
export const maybeInstant = z
  .unknown()
  .optional()
  .transform((value, context): EpochMs | undefined => {
    if (value === undefined || value === null || value === '') {
      return undefined;
    }
    const read = parseInstant(value, 'the time');
    if (read.ok) {
      return read.value;
    }
    context.addIssue({ code: 'custom', message: read.refusal.message });
    return z.NEVER;
  });

/**
 * A time of which the zero value of its producer's language, the year 1, means
 * that there is none.
 *
 * @public
 */
export const instantOrZero = z.preprocess(
  value =>
    typeof value === 'string' && value.startsWith('0001-01-01')
      ? undefined
      : value,
  maybeInstant,
);

/** @public */
export const maybeText = z
  .string()
  .nullish()
  .transform(value => value || undefined);

/** A part that may be absent or null. @public */
export function maybe<S extends z.ZodType>(schema: S) {
  return schema
    .nullish()
    .transform(value => (value ?? undefined) as z.output<S> | undefined);
}

/** Half of a pair that stands for one character; it could not be stored. */
const HALF_CHARACTERS = /\p{Surrogate}/gu;

/**
 * The first line of a text, at most 200 characters: a title. Never cut in the
 * middle of a character.
 *
 * @public
 */
export function titleOf(text: string | undefined): string | undefined {
  const line = text?.split('\n')[0].trim().slice(0, 200);
  return line?.replace(HALF_CHARACTERS, '') || undefined;
}
