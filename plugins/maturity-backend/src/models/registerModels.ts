import type { Model } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { canonicalJson } from '@devops-scorecards/plugin-maturity-node';
import {
  insertRows,
  takeKnowledge,
  toNumber,
  writeTransaction,
} from '../database';
import { modelNodes } from './domain/modelNodes';
import { effectiveFrom } from './domain/versionsInForce';

/** Options of {@link registerModels}. */
export interface RegisterModelsOptions {
  knex: Knex;
  models: readonly Model[];
  /** IANA zone in which the day begins from which a version judges. */
  timeZone: string;
}

/**
 * Stores the models whose contents differ from what was registered last.
 *
 * @remarks
 * Several replicas may start at once: the first holds the knowledge row, the
 * others then find its rows. A content that comes back after another one is
 * registered again, because the last registration is the one that counts.
 *
 * @returns the model ids that were registered; empty when nothing is new
 */
export async function registerModels(
  options: RegisterModelsOptions,
): Promise<string[]> {
  const { knex, models, timeZone } = options;
  const contents = models.map(model => {
    const content = canonicalJson(model);
    const hash = createHash('sha256').update(content).digest('hex');
    return { model, content, hash };
  });
  return writeTransaction(knex, async tx => {
    const known = await lastHashes(tx);
    const added = contents.filter(
      ({ model, hash }) => known.get(model.id) !== hash,
    );
    if (added.length === 0) {
      return [];
    }
    const firstSeq = await takeKnowledge(tx, added.length);
    await insertRows(tx, {
      table: 'model_version',
      rows: added.map(({ model, content, hash }, index) => ({
        model: model.id,
        version: model.version,
        hash,
        seq: firstSeq + index,
        effective_from: effectiveFrom(model, timeZone),
        content,
      })),
    });
    await insertNodes(
      tx,
      added.map(({ model }) => model),
      firstSeq,
    );
    return added.map(({ model }) => model.id);
  });
}

async function lastHashes(tx: Knex): Promise<Map<string, string>> {
  const rows = await tx('model_version')
    .select<{ model: string; hash: string }[]>('model', 'hash')
    .orderBy('seq', 'asc');
  return new Map(rows.map(({ model, hash }) => [model, hash]));
}

async function insertNodes(
  tx: Knex,
  models: readonly Model[],
  firstSeq: number,
): Promise<void> {
  const rows = await tx('model_version')
    .where('seq', '>=', firstSeq)
    .select<{ id: number; seq: number | string }[]>('id', 'seq');
  const ids = new Map(rows.map(({ id, seq }) => [toNumber(seq), id]));
  await insertRows(tx, {
    table: 'model_node',
    rows: models.flatMap((model, index) =>
      modelNodes(model).map(({ kind, node }) => ({
        model_version_id: ids.get(firstSeq + index),
        kind,
        node,
      })),
    ),
  });
}
