import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

const KEY = 'maturity.ingest.maxReportBytes';
const DEFAULT = 50 * 1024 * 1024;
const LARGEST = 1024 * 1024 * 1024;

/**
 * Reads how large a report may be, in bytes, unpacked.
 *
 * @throws InputError that names the key to change
 */
export function readReportLimit(config: Config): number {
  const value = config.getOptionalNumber(KEY) ?? DEFAULT;
  if (!Number.isInteger(value) || value < 1 || value > LARGEST) {
    throw new InputError(
      `${KEY} is ${value}: it must be a whole number from 1 to ${LARGEST}`,
    );
  }
  return value;
}
