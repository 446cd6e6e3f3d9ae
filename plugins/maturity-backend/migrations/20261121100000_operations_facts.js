// @ts-check

/**
 * Facts of operations, connections that a producer states, and counts per
 * source (ADR 0002, decisions 1, 2, 3 and 4).
 *
 * `work_item`, `incident`, `alert` and `measure` have the head and the
 * attribution of the facts that were there before. All facts say whether a
 * person corrected them.
 *
 * Incidents and alerts count where they began. A window also needs those that
 * began before it and ended in it, so their attribution says when they ended.
 *
 * `event_log.connects` holds what an event says of connections, beside the
 * statements that it makes; rows from before say nothing.
 *
 * The log is too long to be counted whenever somebody looks at the sources, so
 * each source carries what it has brought.
 *
 * Columns are dropped by plain statements, because the schema builder would
 * copy the whole table on SQLite.
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
    table.smallint('corrected').notNullable().defaultTo(0);
    table.bigInteger('at').notNullable().comment('When it counts');
    table
      .smallint('is_open')
      .notNullable()
      .comment('1 while it has begun and not ended');
  };

  await knex.schema.createTable('work_item', table => {
    fact(table);
    table.text('form');
    table.text('title');
    table.bigInteger('created_at');
    table.bigInteger('accepted_at');
    table.bigInteger('started_at');
    table.bigInteger('due_at');
    table.bigInteger('done_at');
    table.bigInteger('released_at');
    table.smallint('dropped');
    table.text('incident');
    table.text('url');
    table.unique(['source_id', 'key'], {
      indexName: 'work_item_source_key_uq',
    });
  });

  await knex.schema.createTable('incident', table => {
    fact(table);
    table.text('title');
    table.text('severity');
    table.text('impact');
    table.bigInteger('started_at');
    table.bigInteger('detected_at');
    table.text('detected_by');
    table.bigInteger('acknowledged_at');
    table.bigInteger('restored_at');
    table.text('cause');
    table.text('deployment');
    table.text('artifact');
    table.text('environment');
    table.text('alert_key');
    table.smallint('scheduled');
    table.text('repeat_of');
    table.bigInteger('reviewed_at');
    table.text('url');
    table.unique(['source_id', 'key'], {
      indexName: 'incident_source_key_uq',
    });
  });

  await knex.schema.createTable('alert', table => {
    fact(table);
    table.text('alert_key');
    table.text('name');
    table.text('severity');
    table.bigInteger('started_at');
    table.bigInteger('acknowledged_at');
    table.bigInteger('resolved_at');
    table.smallint('actionable');
    table.text('url');
    table.unique(['source_id', 'key'], { indexName: 'alert_source_key_uq' });
  });

  await knex.schema.createTable('measure', table => {
    fact(table);
    table.text('name');
    // Binary doubles on both databases: every number of JSON comes back as it
    // went in.
    table.double('part');
    table.double('total');
    table.double('value');
    table.bigInteger('measured_at');
    table.text('branch');
    table.smallint('trunk');
    table.text('commit');
    table.text('url');
    table.unique(['source_id', 'key'], { indexName: 'measure_source_key_uq' });
  });

  const sqlite = knex.client.config.client !== 'pg';
  for (const table of ['work_item', 'incident', 'alert', 'measure']) {
    const spans = table === 'incident' || table === 'alert';
    await knex.raw(
      `create table ${table}_entity (
        entity_id integer not null,
        at bigint not null,
        is_open smallint not null,
        ${spans ? 'ended_at bigint,' : ''}
        ${table}_id integer not null,
        seq bigint not null,
        primary key (entity_id, at, ${table}_id)
      )${sqlite ? ' without rowid' : ''}`,
    );
    await knex.raw(
      `create index ${table}_entity_fact_idx on ${table}_entity (${table}_id)`,
    );
    await knex.raw(
      `create index ${table}_entity_open_idx on ${table}_entity (entity_id, at)
        where is_open = 1`,
    );
    if (spans) {
      await knex.raw(
        `create index ${table}_entity_ended_idx
          on ${table}_entity (entity_id, ended_at)
          where ended_at is not null`,
      );
    }
  }

  for (const name of ['run', 'deployment', 'change']) {
    await knex.schema.alterTable(name, table => {
      table.smallint('corrected').notNullable().defaultTo(0);
    });
  }
  await knex.schema.alterTable('deployment', table => {
    table.text('pipeline');
    table.text('strategy');
  });
  await knex.schema.alterTable('change', table => {
    table.integer('commits');
  });

  await knex.schema.alterTable('event_log', table => {
    table
      .text('connects')
      .comment('JSON: kinds that are connected, since when');
  });

  await knex.schema.alterTable('source', table => {
    table.bigInteger('events').notNullable().defaultTo(0);
    table.bigInteger('unmapped').notNullable().defaultTo(0);
    table.bigInteger('conflicts').notNullable().defaultTo(0);
    table.bigInteger('last_received_at');
  });
  await knex('source').update({
    events: knex('event_log')
      .whereRaw('event_log.source_id = source.id')
      .count('*'),
    unmapped: knex('unmapped_event')
      .join('event_log', 'event_log.seq', 'unmapped_event.seq')
      .whereRaw('event_log.source_id = source.id')
      .countDistinct('unmapped_event.seq'),
    conflicts: knex('event_conflict')
      .whereRaw('event_conflict.source_id = source.id')
      .count('*'),
    last_received_at: knex('event_log')
      .whereRaw('event_log.source_id = source.id')
      .orderBy('seq', 'desc')
      .limit(1)
      .select('received_at'),
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  const dropColumns = async (
    /** @type {string} */ table,
    /** @type {string[]} */ columns,
  ) => {
    for (const column of columns) {
      await knex.raw('alter table ?? drop column ??', [table, column]);
    }
  };
  await dropColumns('source', [
    'last_received_at',
    'conflicts',
    'unmapped',
    'events',
  ]);
  await dropColumns('event_log', ['connects']);
  await dropColumns('change', ['commits', 'corrected']);
  await dropColumns('deployment', ['strategy', 'pipeline', 'corrected']);
  await dropColumns('run', ['corrected']);
  // Links to facts that no longer have a table.
  await knex('fact_event')
    .whereIn('kind', ['work-item', 'incident', 'alert', 'measure'])
    .delete();
  await knex('source_binding')
    .whereIn('kind', ['work-item', 'incident', 'alert', 'measure'])
    .delete();
  for (const table of ['measure', 'alert', 'incident', 'work_item']) {
    await knex.schema.dropTable(`${table}_entity`);
    await knex.schema.dropTable(table);
  }
};
