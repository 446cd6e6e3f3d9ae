// @ts-check

/**
 * What the catalog said and when we learned it (ADR 0002, decisions 3 and 5).
 *
 * `entity` gives integer ids that never change; `entity_version` is
 * append-only with the knowledge sequence, so that a past verdict can be
 * recomputed with the catalog of its day. `alias` says by which names
 * producers know an entity; every entity has one of scheme `entity`, so that
 * all names are resolved in one way. A version with `removed` = 1 ends an
 * entity and closes its names.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('entity', table => {
    table.increments('id');
    table.string('ref', 512).notNullable().unique().comment('Lower case');
  });

  await knex.schema.createTable('entity_version', table => {
    table.integer('entity_id').notNullable();
    table.bigInteger('seq').notNullable();
    table.bigInteger('valid_from').notNullable();
    table.smallint('removed').notNullable().defaultTo(0);
    table.string('etag', 64).notNullable();
    table.text('kind').notNullable();
    table.text('type');
    table.text('lifecycle');
    table.text('tier');
    table.text('owner_ref');
    table.text('system_ref');
    table.text('domain_ref');
    table.text('document').notNullable().comment('JSON of the entity');
    table.primary(['entity_id', 'seq']);
  });

  await knex.schema.createTable('alias', table => {
    table.string('scheme', 32).notNullable();
    table.string('value', 512).notNullable();
    table.integer('entity_id').notNullable();
    table.bigInteger('seq').notNullable();
    table.bigInteger('valid_from').notNullable();
    table.bigInteger('valid_to');
    table.bigInteger('closed_seq').comment('Null while the name holds');
    table.primary(['scheme', 'value', 'entity_id', 'seq']);
    // What a changed entity called itself before.
    table.index(['entity_id'], 'alias_entity_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('alias');
  await knex.schema.dropTable('entity_version');
  await knex.schema.dropTable('entity');
};
