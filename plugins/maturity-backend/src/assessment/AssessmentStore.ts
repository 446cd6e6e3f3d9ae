import type {
  EpochMs,
  Measurement,
  NodeLevels,
  ScorecardKind,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { toFlag, toNumber, toOptionalNumber, fromFlag } from '../database';
import type { StoredVerdict } from './domain/storedVerdict';
import {
  toNodeLevels,
  type StoredChange,
  type StoredChanges,
} from './domain/verdictChange';

/** The current verdict on an entity under one model. */
export interface StoredAssessment {
  scorecard: ScorecardKind;
  model: string;
  modelVersionId: number;
  /** Of its scorecard. */
  primary: boolean;
  asOf: EpochMs;
  knownAt: number;
  levels: NodeLevels;
  verdict: StoredVerdict;
}

/** All current verdicts on an entity and what they were judged by. */
export interface StoredAssessments {
  assessments: StoredAssessment[];
  /** By metric id. */
  measurements: Record<string, Measurement>;
}

interface AssessmentRow {
  entity_id: number;
  scorecard: string;
  model: string;
  model_version_id: number;
  is_primary: number;
  as_of: number | string;
  known_at: number | string;
  award: number;
  potential: number;
  measured: number | null;
  decided: number;
  total: number;
  document: string;
}

interface ChangeRow {
  entity_id: number;
  model: string;
  seq: number | string;
  model_version_id: number;
  as_of: number | string;
  known_at: number | string;
  cause: string;
  cause_seq: number | string | null;
  award: number;
  potential: number;
  measured: number | null;
  decided: number;
  total: number;
  changes: string;
}

/** Reads what assessments stored. */
export class AssessmentStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): AssessmentStore {
    return new AssessmentStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Both are empty for an entity that was not assessed yet. */
  async read(entityId: number): Promise<StoredAssessments> {
    // Written in one transaction and therefore read in one statement: verdicts
    // and the values beside them always belong together.
    const rows = await this.#knex('assessment')
      .leftJoin('measurement', 'measurement.entity_id', 'assessment.entity_id')
      .where('assessment.entity_id', entityId)
      .select<(AssessmentRow & { measurements: string | null })[]>(
        'assessment.*',
        'measurement.document as measurements',
      );
    return {
      assessments: rows.map(row => ({
        scorecard: row.scorecard as ScorecardKind,
        model: row.model,
        modelVersionId: row.model_version_id,
        primary: fromFlag(row.is_primary),
        asOf: toNumber(row.as_of),
        knownAt: toNumber(row.known_at),
        levels: toNodeLevels(row),
        verdict: JSON.parse(row.document),
      })),
      measurements: JSON.parse(rows[0]?.measurements ?? '{}'),
    };
  }

  /**
   * Changes of one entity under one model, the newest first.
   *
   * @param options - `from` and `to` bound as-of, half-open; `seq` picks one
   */
  async listChanges(options: {
    entityId: number;
    model: string;
    from?: EpochMs;
    to?: EpochMs;
    seq?: number;
    limit?: number;
  }): Promise<StoredChange[]> {
    const { entityId, model, from, to, seq, limit } = options;
    const query = this.#knex<ChangeRow>('verdict_change')
      .where({ entity_id: entityId, model })
      .orderBy('seq', 'desc');
    if (seq !== undefined) {
      query.where('seq', seq);
    }
    if (from !== undefined) {
      query.where('as_of', '>=', from);
    }
    if (to !== undefined) {
      query.where('as_of', '<', to);
    }
    if (limit !== undefined) {
      query.limit(limit);
    }
    const rows: ChangeRow[] = await query.select('*');
    return rows.map(toStoredChange);
  }
}

function toStoredChange(row: ChangeRow): StoredChange {
  return {
    seq: toNumber(row.seq),
    asOf: toNumber(row.as_of),
    knownAt: toNumber(row.known_at),
    modelVersionId: row.model_version_id,
    causeKind: row.cause as StoredChange['causeKind'],
    causeSeq: toOptionalNumber(row.cause_seq),
    to: toNodeLevels(row),
    changes: JSON.parse(row.changes) as StoredChanges,
  };
}

/** Columns of levels, for assessments and changes alike. */
export function levelColumns(levels: NodeLevels) {
  return {
    award: levels.award,
    potential: levels.potential,
    measured: levels.measured ?? null,
    decided: levels.decided,
    total: levels.total,
  };
}

/** A row of `assessment`. */
export function assessmentRow(
  entityId: number,
  assessment: StoredAssessment,
): AssessmentRow {
  return {
    entity_id: entityId,
    scorecard: assessment.scorecard,
    model: assessment.model,
    model_version_id: assessment.modelVersionId,
    is_primary: toFlag(assessment.primary),
    as_of: assessment.asOf,
    known_at: assessment.knownAt,
    ...levelColumns(assessment.levels),
    document: JSON.stringify(assessment.verdict),
  };
}

/** A row of `verdict_change`. */
export function changeRow(
  entityId: number,
  model: string,
  change: StoredChange,
): ChangeRow {
  return {
    entity_id: entityId,
    model,
    seq: change.seq,
    model_version_id: change.modelVersionId,
    as_of: change.asOf,
    known_at: change.knownAt,
    cause: change.causeKind,
    cause_seq: change.causeSeq ?? null,
    ...levelColumns(change.to),
    changes: JSON.stringify(change.changes),
  };
}
