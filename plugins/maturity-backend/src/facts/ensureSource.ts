import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';

/** Id of a configured source, which is made when it first sends. */
export async function ensureSource(
  tx: Knex,
  options: { name: string; createdAt: EpochMs },
): Promise<number> {
  const { name, createdAt } = options;
  const known = await tx('source').where({ name }).first<{ id: number }>('id');
  if (known) {
    return known.id;
  }
  const [made] = await tx('source')
    .insert({ name, created_at: createdAt })
    .returning<{ id: number }[]>('id');
  return made.id;
}
