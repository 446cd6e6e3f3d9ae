// @ts-check

/**
 * What operators look after: names that they gave, and what was refused.
 *
 * `alias.origin` tells names that the catalog says from those that an operator
 * gave: the catalog never takes the latter back.
 *
 * `unmapped_event.source_id` repeats the source of the event, so that waiting
 * events can be grouped by name without the log.
 *
 * `event_refusal` keeps the newest refusals of a source, `source.refused`
 * counts all. What was refused as a whole (a wrong signature) is one row for
 * each reason, with the `times` that it happened: nobody can flood the table
 * from outside, nor push out what else was refused. It is no knowledge: nothing
 * that was refused takes part in a verdict.
 *
 * Times are epoch milliseconds UTC.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('alias', table => {
    table.string('origin', 16).notNullable().defaultTo('catalog');
  });
  await knex.schema.alterTable('source', table => {
    table.bigInteger('refused').notNullable().defaultTo(0);
  });
  await knex.schema.alterTable('unmapped_event', table => {
    table.integer('source_id');
  });
  await knex('unmapped_event').update({
    source_id: knex('event_log')
      .whereRaw('event_log.seq = unmapped_event.seq')
      .select('source_id'),
  });
  await knex.schema.createTable('event_refusal', table => {
    table.increments('id');
    table.integer('source_id').notNullable();
    table.string('door', 16).notNullable();
    table.bigInteger('received_at').notNullable().comment('The last time');
    table.text('event_id').comment('Null where a delivery was refused whole');
    table.integer('code').notNullable();
    table.text('message').notNullable();
    table.bigInteger('times').notNullable().defaultTo(1);
    table.index(
      ['source_id', 'received_at'],
      'event_refusal_source_received_idx',
    );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('event_refusal');
  // The schema builder would copy the whole table on SQLite.
  for (const [table, column] of [
    ['unmapped_event', 'source_id'],
    ['source', 'refused'],
    ['alias', 'origin'],
  ]) {
    await knex.raw('alter table ?? drop column ??', [table, column]);
  }
};
