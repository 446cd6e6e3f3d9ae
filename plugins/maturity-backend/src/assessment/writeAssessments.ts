import type { Knex } from 'knex';
import { chunksOf, insertRows, takeKnowledge } from '../database';
import {
  assessmentRow,
  changeRow,
  levelColumns,
  type StoredAssessment,
} from './AssessmentStore';
import type { StoredChange } from './domain/verdictChange';
import type { VerdictRow } from './domain/verdictDiff';
import type { PreparedVerdict } from './prepareVerdicts';
import type { Recomputed } from './recompute';

/** Columns of a row of `verdict`, its key included. */
const VERDICT_COLUMNS = 9;

/** Integer ids of nodes, by model version. */
export type NodeIds = Map<
  number,
  (kind: VerdictRow['kind'], node: string) => number
>;

/** What to write of one entity. */
export interface WriteAssessmentsOptions {
  entityId: number;
  result: Recomputed;
  prepared: readonly PreparedVerdict[];
  /** What was stored before. */
  previous: readonly StoredAssessment[];
  /** Of every version that has rows to write. */
  nodeIds: NodeIds;
}

/**
 * Writes measurement, assessments, verdicts and change rows of one entity and
 * removes those of models that no longer apply.
 *
 * @returns the changes with their numbers
 */
export async function writeAssessments(
  tx: Knex.Transaction,
  options: WriteAssessmentsOptions,
): Promise<{ prepared: PreparedVerdict; change: StoredChange }[]> {
  const { entityId, result, prepared, previous, nodeIds } = options;
  await removeAssessments(tx, {
    entityId,
    models: previous
      .filter(({ model }) => prepared.every(p => p.assessment.model !== model))
      .map(({ model }) => model),
    versions: previous
      .filter(
        ({ modelVersionId }) =>
          !prepared.some(p => p.version.modelVersionId === modelVersionId),
      )
      .map(({ modelVersionId }) => modelVersionId),
  });
  await tx('measurement')
    .insert({
      entity_id: entityId,
      as_of: result.asOf,
      known_at: result.knownAt,
      document: JSON.stringify(result.measurements),
    })
    .onConflict('entity_id')
    .merge();
  if (prepared.length > 0) {
    await tx('assessment')
      .insert(prepared.map(p => assessmentRow(entityId, p.assessment)))
      .onConflict(['entity_id', 'model'])
      .merge();
  }

  const changed = prepared.filter(({ change }) => change);
  const firstSeq =
    changed.length > 0 ? await takeKnowledge(tx, changed.length) : 0;
  const stored = changed.map((p, index) => ({
    prepared: p,
    change: { ...p.change!, seq: firstSeq + index },
  }));
  await insertRows(tx, {
    table: 'verdict_change',
    rows: stored.map(({ prepared: { assessment }, change }) => ({
      ...changeRow(entityId, assessment.model, change),
    })),
  });
  const seqOf = new Map(
    stored.map(({ prepared: p, change }) => [p, change.seq]),
  );
  const rows = prepared.flatMap(p => {
    const idOf = nodeIds.get(p.version.modelVersionId);
    // The same verdict by a new version is no change and has no number.
    const seq = seqOf.get(p) ?? result.knownAt;
    return idOf ? p.rows.map(row => verdictRow(entityId, row, idOf, seq)) : [];
  });
  for (const chunk of chunksOf(rows, VERDICT_COLUMNS)) {
    await tx('verdict')
      .insert(chunk)
      .onConflict(['entity_id', 'node_id'])
      .merge();
  }
  return stored;
}

/**
 * Removes current rows of an entity; history stays.
 *
 * @param options - `models`: whose assessments go, all where absent;
 *   `versions`: model versions whose verdicts go, all where absent
 */
export async function removeAssessments(
  tx: Knex,
  options: { entityId: number; models?: string[]; versions?: number[] },
): Promise<void> {
  const { entityId, models, versions } = options;
  if (!models || models.length > 0) {
    await tx('assessment')
      .where('entity_id', entityId)
      .modify(query => models && query.whereIn('model', models))
      .delete();
  }
  if (!versions || versions.length > 0) {
    await tx('verdict')
      .where('entity_id', entityId)
      .modify(
        query =>
          versions &&
          query.whereIn(
            'node_id',
            tx('model_node').whereIn('model_version_id', versions).select('id'),
          ),
      )
      .delete();
  }
  if (!models) {
    await tx('measurement').where('entity_id', entityId).delete();
  }
}

function verdictRow(
  entityId: number,
  row: VerdictRow,
  idOf: (kind: VerdictRow['kind'], node: string) => number,
  seq: number,
) {
  const levels = row.levels && levelColumns(row.levels);
  return {
    entity_id: entityId,
    node_id: idOf(row.kind, row.node),
    outcome: row.outcome ?? null,
    award: levels?.award ?? null,
    potential: levels?.potential ?? null,
    measured: levels?.measured ?? null,
    decided: levels?.decided ?? null,
    total: levels?.total ?? null,
    seq,
  };
}
