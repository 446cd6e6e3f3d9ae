import { InputError } from '@backstage/errors';
import { formatModelPath, type ModelPath } from '../models';
import { calendarSchema } from './calendarSchema';
import type { Calendar } from './types';

/**
 * Reads a calendar of working days or of service hours.
 *
 * @param raw - what the YAML of a calendar holds, or any value of the same shape
 * @param context - `file` is where it is from, for errors
 * @throws `InputError` with a line for everything that is wrong: file, path, and
 * what to write
 * @public
 */
export function readCalendar(
  raw: unknown,
  context: { file: string },
): Calendar {
  const parsed = calendarSchema.safeParse(raw);
  if (!parsed.success) {
    throw new InputError(
      parsed.error.issues
        .map(
          ({ path, message }) =>
            `${context.file}: ${formatModelPath(path as ModelPath)} ${message}`,
        )
        .join('\n'),
    );
  }
  return parsed.data;
}
