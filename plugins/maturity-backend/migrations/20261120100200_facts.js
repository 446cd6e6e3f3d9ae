// @ts-check

/**
 * Facts, typed per kind, and whose they are (ADR 0002, decisions 2, 3 and 4).
 *
 * A fact row is the fold of all statements of the events that
 * `fact_event` links to it; it is a projection and can be rebuilt from the
 * log. `<fact>_entity` says to which entities a fact counts and at which
 * time; it is clustered for window scans (WITHOUT ROWID on SQLite).
 * `source_binding` tells "nothing happened" from "not connected"; it is
 * append-only, a row is added when an earlier `since` becomes known.
 *
 * Facts carry `at` (the time at which they count) and `is_open`, and so does
 * their attribution, which is what windows are read from.
 *
 * Flags are 0 and 1, because booleans come back differently from the two
 * databases.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const fact = (
    /** @type {import('knex').Knex.CreateTableBuilder} */ table,
  ) => {
    table.increments('id');
    table.integer('source_id').notNullable();
    table.string('key', 512).notNullable();
    table.bigInteger('first_seq').notNullable();
    table.bigInteger('last_seq').notNullable();
    table.smallint('generated').notNullable().defaultTo(0);
    table
      .string('state', 16)
      .notNullable()
      .defaultTo('live')
      .comment('live or excluded');
    table.bigInteger('at').notNullable().comment('When it counts');
    table
      .smallint('is_open')
      .notNullable()
      .comment('1 while it has begun and not ended');
  };

  await knex.schema.createTable('run', table => {
    fact(table);
    table.text('pipeline');
    table.text('branch');
    table.smallint('trunk');
    table.text('commit');
    table.bigInteger('commit_at');
    table.integer('attempt');
    table.bigInteger('queued_at');
    table.bigInteger('started_at');
    table.bigInteger('finished_at');
    table.text('outcome');
    table.text('trigger');
    table.text('url');
    table.unique(['source_id', 'key'], { indexName: 'run_source_key_uq' });
  });

  await knex.schema.createTable('deployment', table => {
    fact(table);
    table.text('environment');
    table.text('tier');
    table.text('service');
    table.text('version');
    table.text('commit');
    table.text('artifact');
    table.text('execution');
    table.text('started_by');
    table.text('purpose');
    table.text('run');
    table.bigInteger('started_at');
    table.bigInteger('finished_at');
    table.text('outcome');
    table.text('url');
    table.unique(['source_id', 'key'], {
      indexName: 'deployment_source_key_uq',
    });
  });

  await knex.schema.createTable('change', table => {
    fact(table);
    table.text('form');
    table.text('title');
    table.text('branch');
    table.text('target_branch');
    table.smallint('trunk');
    table.text('author');
    table.smallint('bot');
    table.bigInteger('created_at');
    table.bigInteger('first_commit_at');
    table.bigInteger('merged_at');
    table.bigInteger('closed_at');
    table.text('head_sha');
    table.text('merge_sha');
    table.text('url');
    table.unique(['source_id', 'key'], { indexName: 'change_source_key_uq' });
  });

  await knex.schema.createTable('fact_event', table => {
    table.string('kind', 16).notNullable();
    table.integer('fact_id').notNullable();
    table.bigInteger('seq').notNullable();
    table.primary(['kind', 'fact_id', 'seq']);
    // Which facts an unmapped event touches, and which changed since.
    table.index(['seq'], 'fact_event_seq_idx');
  });

  const sqlite = knex.client.config.client !== 'pg';
  for (const kind of ['run', 'deployment', 'change']) {
    // The clustering is the point of the table, and the schema builder has no
    // word for it.
    await knex.raw(
      `create table ${kind}_entity (
        entity_id integer not null,
        at bigint not null,
        is_open smallint not null,
        ${kind}_id integer not null,
        seq bigint not null,
        primary key (entity_id, at, ${kind}_id)
      )${sqlite ? ' without rowid' : ''}`,
    );
    await knex.raw(
      `create index ${kind}_entity_fact_idx on ${kind}_entity (${kind}_id)`,
    );
    // Open facts are looked for at any age; without this every read would
    // walk through all that ever happened.
    await knex.raw(
      `create index ${kind}_entity_open_idx on ${kind}_entity (entity_id, at)
        where is_open = 1`,
    );
  }

  await knex.schema.createTable('source_binding', table => {
    table.integer('entity_id').notNullable();
    table.string('kind', 16).notNullable();
    table.integer('source_id').notNullable();
    table.bigInteger('seq').notNullable();
    table.bigInteger('since').notNullable();
    table.primary(['entity_id', 'kind', 'source_id', 'seq']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('source_binding');
  for (const kind of ['change', 'deployment', 'run']) {
    await knex.schema.dropTable(`${kind}_entity`);
  }
  await knex.schema.dropTable('fact_event');
  await knex.schema.dropTable('change');
  await knex.schema.dropTable('deployment');
  await knex.schema.dropTable('run');
};
