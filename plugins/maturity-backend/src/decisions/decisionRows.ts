import type {
  Decision,
  DecisionContent,
  DecisionEffect,
  DecisionStep,
  EvidenceItem,
  DecisionState,
} from '@devops-scorecards/plugin-maturity-common';
import { toNumber, toOptionalNumber } from '../database';

/** Columns of `decision`, and the ref of the entity. */
export interface DecisionRow {
  ref: string;
  decision_id: string;
  seq: number | string;
  state: string;
  author: string;
  actor: string;
  at: number | string;
  reason: string | null;
  effect: string | null;
  content: string | null;
  evidence: string | null;
  renews: string | null;
  valid_from: number | string | null;
  valid_to: number | string | null;
}

/** What a read selects; the table is joined as `decision` and `entity`. */
export const DECISION_COLUMNS = [
  'entity.ref as ref',
  'decision.decision_id as decision_id',
  'decision.seq as seq',
  'decision.state as state',
  'decision.author as author',
  'decision.actor as actor',
  'decision.at as at',
  'decision.reason as reason',
  'decision.effect as effect',
  'decision.content as content',
  'decision.evidence as evidence',
  'decision.renews as renews',
  'decision.valid_from as valid_from',
  'decision.valid_to as valid_to',
];

/**
 * Makes decisions of their steps.
 *
 * @param rows - by rising `seq`; of each decision the first row is there
 * @returns the oldest first
 */
export function toDecisions(rows: readonly DecisionRow[]): Decision[] {
  const byId = new Map<string, DecisionRow[]>();
  for (const row of rows) {
    const steps = byId.get(row.decision_id);
    if (steps) {
      steps.push(row);
    } else {
      byId.set(row.decision_id, [row]);
    }
  }
  return [...byId.values()].map(toDecision);
}

function toDecision(rows: DecisionRow[]): Decision {
  const [first] = rows;
  const steps = rows.map(toStep);
  const effect = rows.flatMap(row => row.effect ?? []).pop();
  return withoutAbsent({
    id: first.decision_id,
    entityRef: first.ref,
    state: steps[steps.length - 1].state,
    content: JSON.parse(first.content!) as DecisionContent,
    author: first.author,
    decider: deciderOf(steps, first.author),
    reason: first.reason ?? '',
    evidence: JSON.parse(first.evidence ?? '[]') as EvidenceItem[],
    createdAt: toNumber(first.at),
    validFrom: toNumber(first.valid_from!),
    validTo: toOptionalNumber(first.valid_to),
    renews: first.renews ?? undefined,
    steps,
    effect: effect && (JSON.parse(effect) as DecisionEffect),
  } as Decision);
}

function toStep(row: DecisionRow): DecisionStep {
  return withoutAbsent({
    seq: toNumber(row.seq),
    state: row.state as DecisionState,
    actor: row.actor,
    at: toNumber(row.at),
    reason: row.reason ?? undefined,
  });
}

/** Who approved or rejected it, where somebody else than the author did. */
function deciderOf(
  steps: readonly DecisionStep[],
  author: string,
): string | undefined {
  return steps.find(
    ({ state, actor }) =>
      (state === 'approved' || state === 'rejected') && actor !== author,
  )?.actor;
}

function withoutAbsent<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, field]) => field !== undefined),
  ) as T;
}
