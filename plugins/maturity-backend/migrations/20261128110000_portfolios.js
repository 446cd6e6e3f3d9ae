// @ts-check

/**
 * Whose services are asked for at every assessment of each of them: portfolio
 * metrics count the services of the owner.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('entity_version', table => {
    table.index(['owner_ref', 'entity_id', 'seq'], 'entity_version_owner_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('drop index entity_version_owner_idx');
};
