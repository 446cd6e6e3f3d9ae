// @ts-check

/**
 * Long work that operators start, with its progress: whoever asks, on whatever
 * replica, sees how far it is. A run whose process died stays `running` and is
 * seen by its `updated_at` to be dead.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('maintenance_run', table => {
    table.increments('id');
    table.string('kind', 32).notNullable();
    table.string('state', 16).notNullable().comment('running, done, failed');
    table.bigInteger('done').notNullable().defaultTo(0);
    table.bigInteger('total').notNullable().defaultTo(0);
    table.bigInteger('started_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.bigInteger('finished_at');
    table.text('problem');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('maintenance_run');
};
