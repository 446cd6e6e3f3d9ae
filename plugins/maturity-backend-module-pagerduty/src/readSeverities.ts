import { InputError } from '@backstage/errors';
import type { Severity } from '@devops-scorecards/plugin-maturity-common';
import type { SourceSettings } from '@devops-scorecards/plugin-maturity-node';
import { z } from 'zod';
import { DEFAULT_SEVERITIES, type Severities } from './domain/severities';

const severities = z.record(
  z.string(),
  z.enum(['critical', 'major', 'minor'] satisfies Severity[]),
);

/**
 * Reads `severities` of a source, the default where it says none. Read as a
 * whole, because names of priorities are no keys that can be asked for one by
 * one.
 *
 * @throws InputError that names the key to change
 */
export function readSeverities({ key, config }: SourceSettings): Severities {
  const value = config?.getOptional('severities');
  if (value === undefined) {
    return DEFAULT_SEVERITIES;
  }
  const read = severities.safeParse(value);
  if (!read.success) {
    const path = ['severities', ...read.error.issues[0].path].join('.');
    throw new InputError(
      `${key}.${path} cannot be read: map names of priorities, or high and low for urgencies, to critical, major or minor`,
    );
  }
  return new Map(
    Object.entries(read.data).map(([name, severity]) => [
      name.toLowerCase(),
      severity,
    ]),
  );
}
