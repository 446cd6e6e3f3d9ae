import { DateTime } from 'luxon';
import { z } from 'zod';

const TEXT_LENGTH = 1_000;

const text = z
  .string()
  .trim()
  .min(1, 'write something')
  .max(TEXT_LENGTH, `write at most ${TEXT_LENGTH} characters`);

const localized = z.strictObject({ en: text, 'zh-CN': text });

const instant = z
  .string()
  .refine(
    value =>
      /T.*(?:Z|[+-]\d\d:?\d\d)$/.test(value) && DateTime.fromISO(value).isValid,
    'write an instant with its offset, for example 2023-10-27T18:00:00+08:00',
  );

const date = z
  .string()
  .refine(
    value =>
      /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(value) &&
      DateTime.fromISO(value).isValid,
    'write a date or a year, for example 2022-10-28',
  );

const url = z.string().refine(value => {
  try {
    const { protocol, username, password } = new URL(value);
    return /^https?:$/.test(protocol) && !username && !password;
  } catch {
    return false;
  }
}, 'write a whole address that begins with https:// or http://');

const span = z
  .strictObject({ from: instant, to: instant })
  .refine(
    ({ from, to }) => DateTime.fromISO(from) < DateTime.fromISO(to),
    'let from lie before to',
  );

/** The JSON of the annotation. */
export const publishedAssessmentSchema = z.strictObject({
  standard: localized,
  level: z.number().int().min(1).max(5).optional(),
  date,
  source: z.strictObject({ title: localized, url: url.optional() }),
  note: localized.optional(),
  figures: z
    .array(
      z.strictObject({
        title: localized,
        value: localized,
        metric: text.optional(),
      }),
    )
    .max(50, 'list at most 50 figures'),
  asOf: instant.optional(),
  compare: z.strictObject({ before: span, after: span }).optional(),
});
