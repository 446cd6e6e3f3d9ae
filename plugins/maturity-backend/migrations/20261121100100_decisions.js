// @ts-check

/**
 * Decisions of people and the documents behind them (ADR 0007).
 *
 * `decision` is append-only: a row is a step in the life of a decision, and
 * the newest row says where it stands. Each row takes a number of the
 * knowledge sequence, so that a past verdict is recomputed with the steps of
 * its day. What was decided stands in the first row only; what lists are
 * filtered by stands in every row.
 *
 * `evidence_file` holds uploads by their hash, each once, however many
 * decisions name it. An upload that no decision names within a day goes away;
 * one that has been named stays for good.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('decision', table => {
    table.string('decision_id', 36).notNullable();
    table.bigInteger('seq').notNullable();
    table.bigInteger('first_seq').notNullable().comment('Of the first row');
    table.integer('entity_id').notNullable();
    table.string('kind', 16).notNullable().comment('attest, correct');
    table
      .string('state', 16)
      .notNullable()
      .comment('proposed, approved, rejected, withdrawn');
    table.text('model').comment('Of an attestation');
    table.text('criterion').comment('Of an attestation');
    table.text('author').notNullable().comment('Entity ref of a user');
    table.text('actor').notNullable().comment('Who took this step');
    table.bigInteger('at').notNullable().comment('When it was taken');
    table.text('reason').comment('Of this step; the first one says why');
    table.text('effect').comment('JSON: what it does to levels');
    table.text('content').comment('JSON; first row only, like the following');
    table.text('evidence').comment('JSON');
    table.text('renews').comment('Decision that this one renews');
    table.bigInteger('valid_from');
    table.bigInteger('valid_to').comment('Null: until withdrawn');
    table.primary(['decision_id', 'seq']);
    // Every assessment reads the decisions on its entity.
    table.index(['entity_id', 'seq'], 'decision_entity_seq_idx');
    // Lists, the newest first, of those in one state and of all.
    table.index(['state', 'first_seq'], 'decision_state_first_seq_idx');
    table.index(['first_seq'], 'decision_first_seq_idx');
  });

  await knex.schema.createTable('evidence_file', table => {
    table.string('sha256', 64).primary().comment('Lower-case hex');
    table.string('media_type', 64).notNullable();
    table.integer('size').notNullable().comment('Bytes');
    table.text('title').notNullable();
    table.binary('content').notNullable();
    table
      .smallint('referenced')
      .notNullable()
      .defaultTo(0)
      .comment('1 once a decision has named it');
    table.string('created_by', 512).notNullable();
    table.bigInteger('created_at').notNullable();
    // How many uploads of one person wait for a decision.
    table.index(['created_by', 'referenced'], 'evidence_file_created_by_idx');
    // Which ones have waited too long.
    table.index(['referenced', 'created_at'], 'evidence_file_created_at_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('evidence_file');
  await knex.schema.dropTable('decision');
};
