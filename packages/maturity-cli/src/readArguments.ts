import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './UsageError';

const TEXT = { type: 'string' } as const;
const FLAG = { type: 'boolean' } as const;

/** How to reach the portal. */
export const CONNECTION_OPTIONS = { url: TEXT, token: TEXT } as const;

/** What is said of a reading. */
export const READING_OPTIONS = {
  entity: TEXT,
  repository: TEXT,
  service: TEXT,
  name: TEXT,
  trunk: FLAG,
  'no-trunk': FLAG,
  branch: TEXT,
  commit: TEXT,
  'measured-at': TEXT,
  id: TEXT,
  link: TEXT,
  json: FLAG,
} as const;

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Reads the arguments of a command.
 *
 * @throws UsageError for an option that there is not, or that lacks its value
 */
export function readArguments<T extends Options>(
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    // The first sentence; the others are about writing arguments with a dash.
    throw new UsageError((error as Error).message.split('. ')[0]);
  }
}

/** What the options say of a reading, as the portal calls it. */
export function readingOf(values: {
  [Name in keyof typeof READING_OPTIONS]?: string | boolean;
}): Record<string, string> {
  if (values.trunk && values['no-trunk']) {
    throw new UsageError('--trunk and --no-trunk exclude each other');
  }
  if (!values.entity && !values.repository && !values.service) {
    throw new UsageError(
      'Say whose it is: --entity, --repository or --service',
    );
  }
  const trunk = values.trunk ? 'true' : values['no-trunk'] && 'false';
  const said = {
    entityref: values.entity,
    repository: values.repository,
    service: values.service,
    name: values.name,
    trunk,
    branch: values.branch,
    commit: values.commit,
    measuredAt: values['measured-at'],
    id: values.id,
    url: values.link,
  };
  return Object.fromEntries(
    Object.entries(said).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}
