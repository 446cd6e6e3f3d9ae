// @ts-check

/**
 * Models by content, measurements, verdicts and what is due (ADR 0002,
 * decisions 6, 7, 8 and 11).
 *
 * `model_version` keeps a model's contents by hash, `model_node` gives its
 * nodes integer ids, so that a past verdict survives its file. `measurement`
 * is one wide row per entity. `verdict` holds the current rows,
 * `verdict_change` one row per node whose verdict or level changed, and
 * `assessment` the state of an entity under a model, with the knowledge
 * sequence and the as-of at which it can be recomputed.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('model_version', table => {
    table.increments('id');
    table.string('model', 255).notNullable();
    table.string('version', 64).notNullable();
    table
      .string('hash', 64)
      .notNullable()
      .comment('SHA-256 of content; an earlier content may come back');
    table.bigInteger('seq').notNullable();
    table.bigInteger('effective_from').notNullable();
    table.text('content').notNullable().comment('JSON of the parsed model');
    table.unique(['model', 'seq'], {
      indexName: 'model_version_model_seq_uq',
    });
  });

  await knex.schema.createTable('model_node', table => {
    table.increments('id');
    table.integer('model_version_id').notNullable();
    table.string('node', 255).notNullable().comment('Node or criterion id');
    table
      .string('kind', 16)
      .notNullable()
      .comment('model, group, sub-item, criterion');
    table.unique(['model_version_id', 'kind', 'node'], {
      indexName: 'model_node_version_kind_node_uq',
    });
  });

  await knex.schema.createTable('measurement', table => {
    table.integer('entity_id').primary();
    table.bigInteger('as_of').notNullable();
    table.bigInteger('known_at').notNullable();
    table.text('document').notNullable().comment('JSON by metric id');
  });

  await knex.schema.createTable('assessment', table => {
    table.integer('entity_id').notNullable();
    table.string('model', 255).notNullable();
    table.integer('model_version_id').notNullable();
    table.smallint('is_primary').notNullable().defaultTo(0);
    table.bigInteger('as_of').notNullable();
    table.bigInteger('known_at').notNullable();
    table.smallint('award').notNullable();
    table.smallint('potential').notNullable();
    table.smallint('measured').comment('Null: nothing decided');
    table.integer('decided').notNullable();
    table.integer('total').notNullable();
    table.text('document').notNullable().comment('JSON of the verdict');
    table.primary(['entity_id', 'model']);
    // Lists by level.
    table.index(['model', 'measured'], 'assessment_model_measured_idx');
  });

  await knex.schema.createTable('verdict', table => {
    table.integer('entity_id').notNullable();
    table.integer('node_id').notNullable();
    table.string('outcome', 32).comment('Of a criterion, with its reason');
    table.smallint('award');
    table.smallint('potential');
    table.smallint('measured');
    table.integer('decided');
    table.integer('total');
    table.bigInteger('seq').notNullable().comment('Of the change it is from');
    table.primary(['entity_id', 'node_id']);
  });

  await knex.schema.createTable('verdict_change', table => {
    table.integer('entity_id').notNullable();
    table.string('model', 255).notNullable();
    table.bigInteger('seq').notNullable();
    table.integer('model_version_id').notNullable();
    table.bigInteger('as_of').notNullable();
    table.bigInteger('known_at').notNullable();
    table.string('cause', 16).notNullable();
    table.bigInteger('cause_seq').comment('The event, where one caused it');
    table.smallint('award').notNullable();
    table.smallint('potential').notNullable();
    table.smallint('measured');
    table.integer('decided').notNullable();
    table.integer('total').notNullable();
    table
      .text('changes')
      .notNullable()
      .comment('JSON: node id, verdict before and after, inputs');
    // Newest first per entity and model; primary key serves both directions.
    table.primary(['entity_id', 'model', 'seq']);
  });

  await knex.schema.createTable('due', table => {
    table.integer('entity_id').primary();
    table.bigInteger('due_at').notNullable();
    table.bigInteger('claimed_until').notNullable().defaultTo(0);
    table
      .bigInteger('marked_seq')
      .notNullable()
      .defaultTo(0)
      .comment('Last event that asked for it; 0 when time did');
    table.index(['due_at'], 'due_due_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('due');
  await knex.schema.dropTable('verdict_change');
  await knex.schema.dropTable('verdict');
  await knex.schema.dropTable('assessment');
  await knex.schema.dropTable('measurement');
  await knex.schema.dropTable('model_node');
  await knex.schema.dropTable('model_version');
};
