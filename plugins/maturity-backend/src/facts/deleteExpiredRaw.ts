import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';

/**
 * Deletes raw bodies that were received before a time. Log and facts stay:
 * replay never needs a raw body.
 *
 * @returns how many were deleted
 */
export async function deleteExpiredRaw(options: {
  knex: Knex;
  before: EpochMs;
}): Promise<number> {
  const { knex, before } = options;
  return await knex('event_raw').where('received_at', '<', before).delete();
}
