import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import type { SourceSettings } from '@devops-scorecards/plugin-maturity-node';
import { z } from 'zod';
import type { ArgocdSettings } from './domain/settings';

const MINUTE_MS = 60_000;
const MINUTES_OF_DAY = 1440;

/**
 * Reads the settings of a source of type `argocd`.
 *
 * @throws InputError that names the key to change
 */
export function readArgocdSettings({
  key,
  config,
}: SourceSettings): ArgocdSettings {
  const machineUsers = z
    .array(z.string().min(1))
    .safeParse(config?.getOptional('machineUsers') ?? []);
  if (!machineUsers.success) {
    throw new InputError(
      `${key}.machineUsers cannot be read: it must be a list of names of accounts, such as ci`,
    );
  }
  const minutes = config?.getOptionalNumber('degradedWithinMinutes');
  if (
    minutes !== undefined &&
    (!Number.isInteger(minutes) || minutes < 1 || minutes > MINUTES_OF_DAY)
  ) {
    throw new InputError(
      `${key}.degradedWithinMinutes is ${minutes}: it must be a whole number from 1 to ${MINUTES_OF_DAY}`,
    );
  }
  return {
    machineUserHashes: new Set(
      machineUsers.data.map(name =>
        createHash('sha256').update(name).digest('hex'),
      ),
    ),
    ...(minutes !== undefined && { degradedWithinMs: minutes * MINUTE_MS }),
  };
}
