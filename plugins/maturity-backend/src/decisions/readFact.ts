import { InputError, NotFoundError } from '@backstage/errors';
import {
  FACT_KINDS,
  type CorrectionContent,
  type FactKind,
  type FactRecord,
  type FactReference,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { readFactRecords, tableOf } from '../facts';

/** Sources that may know a key; there are never so many. */
const MAX_SOURCES = 500;

interface FactOptions {
  entityId: number;
  sourceOrder: readonly string[];
}

/**
 * Reads the fact of an entity that a correction is about, whether it counts
 * or not.
 *
 * @throws NotFoundError when the entity has none of that name
 */
export async function readFact(
  knex: Knex,
  options: FactOptions & { fact: FactReference },
): Promise<FactRecord> {
  const { entityId, sourceOrder, fact } = options;
  const found = FACT_KINDS.includes(fact.kind)
    ? await readFactRecords({
        knex,
        entityId,
        sourceOrder,
        kind: fact.kind,
        keys: [fact.key],
        limit: MAX_SOURCES,
      })
    : [];
  const record = found.find(({ source }) => source === fact.source);
  if (!record) {
    throw new NotFoundError(
      `This entity has no ${fact.kind} '${fact.key}' from the source '${fact.source}': name a fact from its own list`,
    );
  }
  return record;
}

/** Fields of an incident that name another fact, and of which kind. */
const LINKS: readonly [string, FactKind][] = [
  ['deployment', 'deployment'],
  ['repeatOf', 'incident'],
];

/**
 * Checks that what a correction of an incident links to is there.
 *
 * @throws InputError when the entity has no such fact, or the incident would
 *   repeat itself
 */
export async function checkLinks(
  knex: Knex,
  options: FactOptions & { content: CorrectionContent },
): Promise<void> {
  const { entityId, sourceOrder, content } = options;
  const fields = (content.fields ?? {}) as Record<string, unknown>;
  for (const [field, kind] of LINKS) {
    const key = fields[field];
    if (typeof key !== 'string') {
      continue;
    }
    if (kind === content.fact.kind && key === content.fact.key) {
      throw new InputError(
        'An incident does not repeat itself: name the earlier one',
      );
    }
    const found = await readFactRecords({
      knex,
      entityId,
      sourceOrder,
      kind,
      keys: [key],
      limit: 1,
    });
    if (found.length === 0) {
      throw new InputError(
        `'${field}' names the ${kind} '${key}', which this entity does not have: name one from its own list`,
      );
    }
  }
}

/** Ids of every entity that a fact counts for, in rising order. */
export async function entitiesOfFact(
  knex: Knex,
  reference: FactReference,
): Promise<number[]> {
  const { fact, whose, id } = tableOf(reference.kind);
  const rows: { entity_id: number }[] = await knex(`${whose} as whose`)
    .join(`${fact} as fact`, 'fact.id', `whose.${id}`)
    .join('source', 'source.id', 'fact.source_id')
    .where('source.name', reference.source)
    .where('fact.key', reference.key)
    .distinct('whose.entity_id as entity_id')
    .orderBy('entity_id');
  return rows.map(row => row.entity_id);
}
