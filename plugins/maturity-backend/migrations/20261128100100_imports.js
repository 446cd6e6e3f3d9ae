// @ts-check

/**
 * Files of history on their way in, and which events came from one (ADR 0010).
 *
 * `history_import` says how far a file has come. Its counts are written in the
 * transaction that moves the offset, so that a sender that asks after a crash is
 * told of whole lines only. `import_refusal` keeps why lines were not taken in,
 * the first ten thousand of an import.
 *
 * `event_log.imported` marks history: it counts like any other event, and a
 * level that it moves is no news.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('history_import', table => {
    table.string('id', 36).primary();
    table.text('name').notNullable();
    table.string('source', 255).notNullable().comment('Configured name');
    table.string('format', 16).notNullable().comment('ndjson, csv');
    table.string('state', 16).notNullable().comment('open, complete, aborted');
    table.bigInteger('taken_bytes').notNullable().comment('The offset');
    table.bigInteger('total_bytes');
    table.string('sha256', 64).comment('Of the file, as its sender said');
    table.text('header').comment('JSON: columns of a table, once read');
    table
      .smallint('skipping')
      .notNullable()
      .comment('1 inside of a line that is too long');
    table.bigInteger('lines').notNullable();
    table.bigInteger('stored').notNullable();
    table.bigInteger('duplicates').notNullable();
    table.bigInteger('refused').notNullable();
    table.bigInteger('unmapped').notNullable();
    table.text('created_by').notNullable();
    table.bigInteger('created_at').notNullable();
    table.bigInteger('updated_at').notNullable();
    table.bigInteger('finished_at');
    // Lists, the newest first.
    table.index(['created_at', 'id'], 'history_import_created_at_idx');
  });

  await knex.schema.createTable('import_refusal', table => {
    table.string('import_id', 36).notNullable();
    table.bigInteger('line').notNullable();
    table.integer('code').notNullable();
    table.text('event_id');
    table.text('message').notNullable();
    table.primary(['import_id', 'line']);
  });

  await knex.schema.alterTable('event_log', table => {
    table.smallint('imported').notNullable().defaultTo(0);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw('alter table ?? drop column ??', ['event_log', 'imported']);
  await knex.schema.dropTable('import_refusal');
  await knex.schema.dropTable('history_import');
};
