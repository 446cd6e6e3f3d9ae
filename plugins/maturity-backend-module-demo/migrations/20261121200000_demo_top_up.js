// @ts-check

/**
 * Up to when the demo has been topped up, so that a start after days off sends
 * only what is missing.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('demo_state', table => {
    table
      .bigInteger('topped_up_to')
      .comment('Local midnight, epoch milliseconds; null: the anchor');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('demo_state', table => {
    table.dropColumn('topped_up_to');
  });
};
