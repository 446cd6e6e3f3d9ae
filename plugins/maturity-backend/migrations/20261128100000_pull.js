// @ts-check

/**
 * What is pulled from producers, and that it was (ADR 0009).
 *
 * `pull_stream` holds where each stream is: its cursor, when it is due and how
 * it is getting on. `pull_source` holds what concerns all streams of a source:
 * until when they rest, and why. Both are working state and no knowledge.
 *
 * `source_heartbeat` is knowledge: a pull without news is a sign of life too,
 * and a verdict depends on when a source was last heard of. Rows are only
 * added, and no more than a few in the shortest time that a verdict can tell
 * apart, so that it grows by the year and not by the pull.
 *
 * Times are epoch milliseconds UTC.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('pull_stream', table => {
    table.string('source', 255).notNullable();
    table.string('stream', 512).notNullable();
    table
      .smallint('listed')
      .notNullable()
      .defaultTo(1)
      .comment('0 while its source does not have it');
    table.string('state', 16).notNullable().defaultTo('waiting');
    table.text('cursor').comment('What the last stored page said');
    table.bigInteger('since').comment('The earliest time it looks back to');
    table
      .bigInteger('names_seq')
      .comment('Knowledge of its names when it last said what it connects');
    table.bigInteger('last_started_at');
    table.bigInteger('last_success_at');
    table.bigInteger('next_at').notNullable();
    table.integer('failures').notNullable().defaultTo(0);
    table.text('last_error');
    table.bigInteger('events').notNullable().defaultTo(0);
    table.bigInteger('refused').notNullable().defaultTo(0);
    table.primary(['source', 'stream']);
  });

  await knex.schema.createTable('pull_source', table => {
    table.string('source', 255).primary();
    table.bigInteger('rest_until').notNullable().defaultTo(0);
    table.integer('failures').notNullable().defaultTo(0);
    table.text('last_error');
  });

  await knex.schema.createTable('source_heartbeat', table => {
    table.integer('source_id').notNullable();
    table.bigInteger('seq').notNullable();
    table.bigInteger('at').notNullable();
    table.primary(['source_id', 'seq']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('source_heartbeat');
  await knex.schema.dropTable('pull_source');
  await knex.schema.dropTable('pull_stream');
};
