import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { ConflictError, InputError } from '@backstage/errors';
import {
  AROUND_THE_CLOCK,
  readCalendar,
  WEEKDAYS,
  type Calendar,
} from '@devops-scorecards/plugin-maturity-common';
import { readFile, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument } from 'yaml';

/** Calendars that every portal has, which never need a new version. */
export const BUILT_IN_CALENDARS: readonly Calendar[] = [
  WEEKDAYS,
  AROUND_THE_CLOCK,
];

/**
 * Reads the calendars that come with the product and those of further paths.
 *
 * @param paths - files, or directories whose `.yaml` and `.yml` files are
 * read in the order of their names; relative to the working directory. A
 * calendar with the id of one that comes with the product takes its place
 * @throws InputError when a path cannot be read or a calendar is not valid,
 * ConflictError when two of the paths bring the same id
 */
export async function readCalendars(
  paths: readonly string[],
): Promise<Calendar[]> {
  const shipped = await readPath(
    resolvePackagePath(
      '@devops-scorecards/plugin-maturity-backend',
      'calendars',
    ),
  );
  const calendars = new Map(
    shipped.map(({ calendar }) => [calendar.id, calendar]),
  );
  const files = new Map<string, string>();
  for (const entry of paths) {
    for (const { file, calendar } of await readConfigured(entry)) {
      requireFreeId(calendar, file, files);
      files.set(calendar.id, file);
      calendars.set(calendar.id, calendar);
    }
  }
  return [...calendars.values()];
}

interface CalendarFile {
  file: string;
  calendar: Calendar;
}

function requireFreeId(
  calendar: Calendar,
  file: string,
  files: ReadonlyMap<string, string>,
): void {
  const isBuiltIn = BUILT_IN_CALENDARS.some(({ id }) => id === calendar.id);
  const other = isBuiltIn ? 'the product' : files.get(calendar.id);
  if (other) {
    throw new ConflictError(
      `${file} repeats the calendar id '${calendar.id}' of ${other}; give one of them another id`,
    );
  }
}

async function readConfigured(entry: string): Promise<CalendarFile[]> {
  const resolved = path.resolve(entry);
  try {
    await stat(resolved);
  } catch (error) {
    throw new InputError(
      `The configuration maturity.calendars names ${entry}, which cannot be read; correct or remove the path`,
      error,
    );
  }
  return readPath(resolved);
}

async function readPath(entry: string): Promise<CalendarFile[]> {
  const files = (await stat(entry)).isDirectory()
    ? (await readdir(entry))
        .filter(name => /\.ya?ml$/.test(name))
        .sort()
        .map(name => path.join(entry, name))
    : [entry];
  return Promise.all(
    files.map(async file => ({
      file,
      calendar: parseCalendar(await readFile(file, 'utf8'), file),
    })),
  );
}

function parseCalendar(yaml: string, file: string): Calendar {
  const document = parseDocument(yaml, { prettyErrors: false });
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) {
    throw new InputError(`${file} is not valid YAML: ${fault.message}`);
  }
  return readCalendar(document.toJS(), { file });
}
