// @ts-check

/**
 * The event log and what guards it (ADR 0002, decisions 1 and 4).
 *
 * `knowledge` holds one row: the last knowledge sequence that was given out.
 * A writer takes its numbers by updating that row inside its transaction, so
 * that numbers become visible in the order in which they were given: whoever
 * reads "everything up to n" once reads the same ever after. A database
 * sequence would not promise that, because a smaller number may commit later.
 *
 * The log has no unique constraint of its own besides `seq`: the dedupe key
 * lives in `event_key`, so that the log can be partitioned by month where it
 * has to be. Times are epoch milliseconds UTC; JSON is text on both databases.
 *
 * Whom an event counts for is decided by the catalog of the moment, which
 * replay cannot ask again. So the decision is kept: in `entity_ids` for what
 * was known at once, in `event_mapping` for what the catalog learnt later.
 *
 * What producers write is `text`, because PostgreSQL would refuse a longer
 * `varchar` that SQLite takes. Only indexed names are bounded, and the store
 * checks those before it writes.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('knowledge', table => {
    table.integer('id').primary().comment('Always 1');
    table.bigInteger('seq').notNullable().comment('Last sequence given out');
  });
  await knex('knowledge').insert({ id: 1, seq: 0 });

  await knex.schema.createTable('source', table => {
    table.increments('id');
    table.string('name', 255).notNullable().unique();
    table.bigInteger('created_at').notNullable();
  });

  await knex.schema.createTable('event_key', table => {
    table
      .string('key_hash', 64)
      .primary()
      .comment('SHA-256 of source id, event source and event id');
    table.bigInteger('seq').notNullable();
    table
      .string('body_hash', 64)
      .notNullable()
      .comment(
        'SHA-256 of the canonical body: same key, other bytes = conflict',
      );
  });

  await knex.schema.createTable('event_log', table => {
    table.bigInteger('seq').primary();
    table.integer('source_id').notNullable();
    table.text('event_source').notNullable();
    table.text('event_id').notNullable();
    table.text('type').notNullable();
    table.text('subject');
    table.bigInteger('occurred_at').notNullable();
    table.bigInteger('received_at').notNullable();
    table.smallint('generated').notNullable().defaultTo(0);
    table.text('entity_ref').comment('As the producer named it');
    table.text('aliases').notNullable().comment('JSON: names to resolve');
    table
      .text('entity_ids')
      .notNullable()
      .comment('JSON: whom it counted for when it was stored');
    table.text('statements').notNullable().comment('JSON: what facts fold');
    table.text('envelope').notNullable().comment('JSON, never the raw body');
    // Last time a source was heard of, as known at a sequence.
    table.index(['source_id', 'seq'], 'event_log_source_seq_idx');
  });

  await knex.schema.createTable('event_raw', table => {
    table.bigInteger('seq').primary();
    table.bigInteger('received_at').notNullable();
    table.text('content_type').notNullable();
    table.binary('body').notNullable().comment('gzip');
    // Retention deletes by age.
    table.index(['received_at'], 'event_raw_received_at_idx');
  });

  await knex.schema.createTable('event_conflict', table => {
    table.increments('id');
    table.bigInteger('seq').notNullable().comment('The event it contradicts');
    table.integer('source_id').notNullable();
    table.string('body_hash', 64).notNullable();
    table.text('event_source').notNullable();
    table.text('event_id').notNullable();
    table.bigInteger('received_at').notNullable();
    table.text('envelope').notNullable();
    table.unique(['seq', 'body_hash'], {
      indexName: 'event_conflict_seq_body_uq',
    });
    table.index(['source_id'], 'event_conflict_source_idx');
  });

  await knex.schema.createTable('event_mapping', table => {
    table.bigInteger('event_seq').notNullable();
    table.integer('entity_id').notNullable();
    table.bigInteger('seq').notNullable().comment('When that became known');
    table.primary(['event_seq', 'entity_id']);
  });

  await knex.schema.createTable('unmapped_event', table => {
    table.bigInteger('seq').notNullable();
    table.string('scheme', 32).notNullable();
    table.string('value', 512).notNullable();
    // Resolution asks by name; the page of unmapped events lists by seq.
    table.primary(['scheme', 'value', 'seq']);
    table.index(['seq'], 'unmapped_event_seq_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('unmapped_event');
  await knex.schema.dropTable('event_mapping');
  await knex.schema.dropTable('event_conflict');
  await knex.schema.dropTable('event_raw');
  await knex.schema.dropTable('event_log');
  await knex.schema.dropTable('event_key');
  await knex.schema.dropTable('source');
  await knex.schema.dropTable('knowledge');
};
