// @ts-check

/**
 * What deployments, changes and alerts say for the metrics of provenance,
 * change windows, rework, review, links to work items, gates and escalations
 * (ADR 0011). Facts from before say nothing of it.
 */
const COLUMNS = {
  deployment: ['provenance', 'change_window', 'repairs'],
  change: ['approved', 'work_items', 'gates'],
  alert: ['escalated'],
};

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('deployment', table => {
    table.text('provenance');
    table.text('change_window');
    table.text('repairs');
  });
  await knex.schema.alterTable('change', table => {
    table.smallint('approved');
    table.integer('work_items');
    table.text('gates');
  });
  await knex.schema.alterTable('alert', table => {
    table.smallint('escalated');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  // The schema builder would copy the whole table on SQLite.
  for (const [table, columns] of Object.entries(COLUMNS)) {
    for (const column of columns) {
      await knex.raw('alter table ?? drop column ??', [table, column]);
    }
  }
};
