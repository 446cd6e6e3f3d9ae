import { NotFoundError } from '@backstage/errors';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type {
  Decision,
  DecisionContent,
  DecisionEffect,
  DecisionKind,
  DecisionState,
  EpochMs,
  EvidenceItem,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { chunksOf, insertRows, toNumber } from '../database';
import { applyCriteria } from '../permissions/applyCriteria';
import type { EntityFilter } from '../permissions/rules';
import {
  DECISION_COLUMNS,
  toDecisions,
  type DecisionRow,
} from './decisionRows';

/** A decision as somebody proposes it. */
export interface NewDecision {
  id: string;
  entityId: number;
  content: DecisionContent;
  author: string;
  reason: string;
  evidence: EvidenceItem[];
  createdAt: EpochMs;
  validFrom: EpochMs;
  validTo?: EpochMs;
  renews?: string;
}

/** A step to write down. */
export interface NewStep {
  seq: number;
  state: DecisionState;
  actor: string;
  at: EpochMs;
  reason?: string;
  effect?: DecisionEffect;
}

/** What to list. */
export interface DecisionQuery {
  entityRef?: string;
  kind?: DecisionKind;
  state?: DecisionState;
  limit: number;
  /** Only those that were proposed before this sequence. */
  before?: number;
  /** Conditions of a permission decision on the entity. */
  criteria?: PermissionCriteria<EntityFilter>;
}

/** The record of decisions: it grows, and nothing in it changes. */
export class DecisionStore {
  readonly #knex: Knex;

  static create(options: { knex: Knex }): DecisionStore {
    return new DecisionStore(options.knex);
  }

  private constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** @throws NotFoundError */
  async get(id: string, knex: Knex = this.#knex): Promise<Decision> {
    const [decision] = toDecisions(await selectSteps(knex, [id]));
    if (!decision) {
      throw new NotFoundError(`There is no decision ${id}`);
    }
    return decision;
  }

  /** Whether a decision of that id was written down. */
  async has(id: string, knex: Knex): Promise<boolean> {
    const row = await knex('decision').where({ decision_id: id }).first('seq');
    return row !== undefined;
  }

  /**
   * Decisions on entities that the catalog has, the newest first.
   *
   * @returns with each the sequence to go on `before`
   */
  async list(
    query: DecisionQuery,
  ): Promise<{ decision: Decision; firstSeq: number }[]> {
    const heads = await selectHeads(this.#knex, query);
    const steps: DecisionRow[] = [];
    for (const ids of chunksOf(heads.map(({ decision_id }) => decision_id))) {
      steps.push(...(await selectSteps(this.#knex, ids)));
    }
    const byId = new Map(toDecisions(steps).map(found => [found.id, found]));
    return heads.map(({ decision_id, first_seq }) => ({
      decision: byId.get(decision_id)!,
      firstSeq: toNumber(first_seq),
    }));
  }

  /** Writes down a decision with its first steps. */
  async propose(
    tx: Knex.Transaction,
    decision: NewDecision,
    steps: readonly NewStep[],
  ): Promise<void> {
    const { content } = decision;
    const isAttestation = content.kind === 'attest';
    const shared = {
      decision_id: decision.id,
      first_seq: steps[0].seq,
      entity_id: decision.entityId,
      kind: content.kind,
      model: isAttestation ? content.model : null,
      criterion: isAttestation ? content.criterionId : null,
      author: decision.author,
    };
    const told = {
      content: JSON.stringify(content),
      evidence: JSON.stringify(decision.evidence),
      renews: decision.renews ?? null,
      valid_from: decision.validFrom,
      valid_to: decision.validTo ?? null,
    };
    const untold = {
      content: null,
      evidence: null,
      renews: null,
      valid_from: null,
      valid_to: null,
    };
    await insertRows(tx, {
      table: 'decision',
      rows: steps.map((step, index) => ({
        ...shared,
        ...stepRow(step),
        ...(index === 0 ? { ...told, reason: decision.reason } : untold),
      })),
    });
  }

  /** Writes down the next step of a decision. */
  async addStep(
    tx: Knex.Transaction,
    id: string,
    step: NewStep,
  ): Promise<void> {
    const first = await tx('decision')
      .where({ decision_id: id })
      .orderBy('seq')
      .first(
        'decision_id',
        'first_seq',
        'entity_id',
        'kind',
        'model',
        'criterion',
        'author',
      );
    await tx('decision').insert({ ...first, ...stepRow(step) });
  }

  /** Whether any step was taken on one of the entities after a sequence. */
  async isChangedSince(
    tx: Knex,
    options: { entityIds: readonly number[]; seq: number },
  ): Promise<boolean> {
    const row = await tx('decision')
      .whereIn('entity_id', options.entityIds)
      .where('seq', '>', options.seq)
      .first('seq');
    return row !== undefined;
  }
}

function stepRow(step: NewStep) {
  const { seq, state, actor, at, reason, effect } = step;
  return {
    seq,
    state,
    actor,
    at,
    reason: reason ?? null,
    effect: effect ? JSON.stringify(effect) : null,
  };
}

async function selectSteps(
  knex: Knex,
  ids: readonly string[],
): Promise<DecisionRow[]> {
  return knex('decision')
    .join('entity', 'entity.id', 'decision.entity_id')
    .whereIn('decision.decision_id', ids)
    .orderBy('decision.seq')
    .select(DECISION_COLUMNS);
}

interface HeadRow {
  decision_id: string;
  first_seq: number | string;
}

async function selectHeads(
  knex: Knex,
  query: DecisionQuery,
): Promise<HeadRow[]> {
  const { entityRef, kind, state, limit, before, criteria } = query;
  const heads = knex('decision as head')
    .join('entity', 'entity.id', 'head.entity_id')
    .join('entity_version as version', 'version.entity_id', 'head.entity_id')
    .whereNotExists(
      knex('decision as later')
        .whereRaw('later.decision_id = head.decision_id')
        .whereRaw('later.seq > head.seq')
        .select(knex.raw('1')),
    )
    .whereNotExists(
      knex('entity_version as newer')
        .whereRaw('newer.entity_id = version.entity_id')
        .whereRaw('newer.seq > version.seq')
        .select(knex.raw('1')),
    )
    .where('version.removed', 0)
    .orderBy('head.first_seq', 'desc')
    .orderBy('head.decision_id')
    .limit(limit)
    .select<HeadRow[]>('head.decision_id', 'head.first_seq');
  if (entityRef !== undefined) {
    heads.where('entity.ref', entityRef);
  }
  if (kind !== undefined) {
    heads.where('head.kind', kind);
  }
  if (state !== undefined) {
    heads.where('head.state', state);
  }
  if (before !== undefined) {
    heads.where('head.first_seq', '<', before);
  }
  return await (criteria ? applyCriteria(heads, criteria) : heads);
}
