import { InputError } from '@backstage/errors';
import type { SourceSettings } from '@devops-scorecards/plugin-maturity-node';
import { z } from 'zod';
import { jobPattern } from './domain/jobPattern';
import type { JenkinsSettings } from './domain/settings';

const DEFAULT_TRUNK = ['main', 'master'];

const name = z.string().min(1);

const deployment = z
  .strictObject({
    job: name,
    environment: name.optional(),
    environmentParameter: name.optional(),
  })
  .refine(jobs => jobs.environment ?? jobs.environmentParameter);

/**
 * Reads the settings of a source of type `jenkins`.
 *
 * @throws InputError that names the key to change
 */
export function readJenkinsSettings({
  key,
  config,
}: SourceSettings): JenkinsSettings {
  const read = <S extends z.ZodType>(
    setting: string,
    schema: S,
    wanted: string,
  ): z.output<S> | undefined => {
    const value = config?.getOptional(setting);
    if (value === undefined) {
      return undefined;
    }
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      throw new InputError(`${key}.${setting} cannot be read: ${wanted}`);
    }
    return parsed.data;
  };
  const deployments = read(
    'deployments',
    z.array(deployment),
    `each entry needs a job, such as 'deploy/*', and an environment or an environmentParameter, and nothing else`,
  );
  const multibranch = read(
    'multibranch',
    z.array(name),
    `it must be a list of jobs, such as 'acme/payments/*'`,
  );
  return {
    trunk: new Set(
      read(
        'trunk',
        z.array(name),
        'it must be a list of branches, such as main',
      ) ?? DEFAULT_TRUNK,
    ),
    unstable:
      read(
        'unstable',
        z.enum(['failure', 'success', 'skipped']),
        `it must be 'failure', 'success' or 'skipped'`,
      ) ?? 'failure',
    multibranch: (multibranch ?? []).map(jobPattern),
    deployments: (deployments ?? []).map(({ job, ...where }) => ({
      matches: jobPattern(job),
      ...where,
    })),
  };
}
