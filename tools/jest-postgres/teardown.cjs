/** Jest's global tear-down: stops the PostgreSQL that the set-up started. */
module.exports = async function tearDownPostgres() {
  await globalThis.__postgresServer?.stop();
};
