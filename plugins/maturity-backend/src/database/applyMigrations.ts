import {
  resolvePackagePath,
  type DatabaseService,
} from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { inMigrationTurn } from './dialect';

/**
 * Brings the plugin's own database up to date and hands it out.
 *
 * @remarks
 *
 * `database.migrations.skip` is honoured: then whoever runs the portal has
 * applied the migrations before.
 *
 * @param database - the plugin's database service
 */
export async function applyMigrations(
  database: DatabaseService,
): Promise<Knex> {
  const knex = await database.getClient();
  if (!database.migrations?.skip) {
    await inMigrationTurn(knex, client =>
      client.migrate.latest({
        directory: resolvePackagePath(
          '@devops-scorecards/plugin-maturity-backend',
          'migrations',
        ),
      }),
    );
  }
  return knex;
}
