// @ts-check

/**
 * That a source has stopped delivering for an entity, and how far clocks of
 * sources run ahead.
 *
 * `source_end` is append-only like `source_binding`: a row says until when a
 * source delivered a kind for an entity (`until`), or when something came after
 * that (`resumed`), or both. The latest of each decide.
 *
 * `source.ahead` counts events whose time lay ahead of their arrival, and
 * `source.ahead_ms` keeps the most by which one did: a clock that is wrong.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('source_end', table => {
    table.integer('entity_id').notNullable();
    table.string('kind', 16).notNullable();
    table.integer('source_id').notNullable();
    table.bigInteger('seq').notNullable();
    table.bigInteger('until');
    table.bigInteger('resumed');
    table.primary(['entity_id', 'kind', 'source_id', 'seq']);
  });
  await knex.schema.alterTable('source', table => {
    table.bigInteger('ahead').notNullable().defaultTo(0);
    table.bigInteger('ahead_ms').notNullable().defaultTo(0);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  // Knex would write the whole table anew on SQLite.
  await knex.raw('alter table source drop column ahead_ms');
  await knex.raw('alter table source drop column ahead');
  await knex.schema.dropTable('source_end');
};
