// @ts-check

/**
 * Calendars by content, and which scorecard an assessment belongs to.
 *
 * `calendar_version` keeps what a calendar said and since when we know it, so
 * that a past verdict is recomputed with the working days and service hours
 * that were known then. `assessment.is_primary` is 1 for one model of each
 * scorecard.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('calendar_version', table => {
    table.increments('id');
    table.string('calendar', 255).notNullable();
    table
      .string('hash', 64)
      .notNullable()
      .comment('SHA-256 of content; an earlier content may come back');
    table.bigInteger('seq').notNullable();
    table.text('content').notNullable().comment('JSON of the calendar');
    table.unique(['calendar', 'seq'], {
      indexName: 'calendar_version_calendar_seq_uq',
    });
  });

  // What was assessed so far was the maturity.
  await knex.schema.alterTable('assessment', table => {
    table.string('scorecard', 16).notNullable().defaultTo('maturity');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  // Assessments of another scorecard would be read as maturity.
  await knex('assessment').whereNot('scorecard', 'maturity').delete();
  // The schema builder would copy the table on SQLite.
  await knex.raw('alter table assessment drop column scorecard');
  await knex.schema.dropTable('calendar_version');
};
