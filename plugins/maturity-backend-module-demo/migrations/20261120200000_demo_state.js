// @ts-check

/**
 * What makes the demo the same at every start: the seed and the anchor of the
 * first one, and whether its events have all been sent.
 *
 * The table lives in the maturity plugin's database beside the plugin's own;
 * the module keeps a migration history of its own, because knex refuses a
 * history that names files it cannot find.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('demo_state', table => {
    table.integer('id').primary().comment('Always 1');
    table.bigInteger('seed').notNullable();
    table
      .bigInteger('anchor')
      .notNullable()
      .comment('Local midnight of the first start, epoch milliseconds');
    table.string('time_zone', 64).notNullable().comment('Of the first start');
    table.bigInteger('loaded_at').comment('Null: not all events are sent');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('demo_state');
};
