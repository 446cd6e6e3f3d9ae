const { PostgresServer } = require('./PostgresServer.cjs');

const VARIABLE = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/**
 * Jest's global set-up: gives `TestDatabases` a PostgreSQL 18, unless the
 * environment already names one. Jest's workers inherit the variable.
 */
module.exports = async function setUpPostgres() {
  if (process.env[VARIABLE]) {
    return;
  }
  const server = await PostgresServer.start();
  process.env[VARIABLE] = server.connectionString;
  globalThis.__postgresServer = server;
};
