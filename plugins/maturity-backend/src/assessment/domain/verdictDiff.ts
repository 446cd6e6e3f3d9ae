import type {
  CriterionOutcome,
  NodeLevels,
} from '@devops-scorecards/plugin-maturity-common';
import type { NodeKind } from '../../models/domain/modelNodes';
import type { StoredNode } from './storedVerdict';

/** One row of a verdict: a node with its levels, or a criterion's outcome. */
export interface VerdictRow {
  kind: NodeKind;
  node: string;
  /** Of a criterion: its outcome, and after a colon the reason. */
  outcome?: string;
  /** Of a node; absent where it is not applicable. */
  levels?: NodeLevels;
}

/** A criterion whose outcome changed. */
export interface OutcomeChange {
  criterionId: string;
  from?: CriterionOutcome;
  to: CriterionOutcome;
}

/** What became different between two verdicts under the same model id. */
export interface VerdictDiff {
  rows: VerdictRow[];
  outcomes: OutcomeChange[];
}

/** Flattens a verdict to its rows, parents before their children. */
export function verdictRows(root: StoredNode): VerdictRow[] {
  return rowsOf(root, 'model');
}

/**
 * Compares two verdicts by verdict and level. Values, risk and standing do
 * not count: a change row is about what was decided.
 *
 * @param before - absent on the first assessment
 */
export function verdictDiff(
  before: StoredNode | undefined,
  after: StoredNode,
): VerdictDiff {
  const old = new Map(
    before ? verdictRows(before).map(row => [keyOf(row), textOf(row)]) : [],
  );
  const rows = verdictRows(after).filter(
    row => old.get(keyOf(row)) !== textOf(row),
  );
  const oldOutcomes = before ? outcomesOf(before) : new Map();
  const outcomes: OutcomeChange[] = [];
  for (const [criterionId, to] of outcomesOf(after)) {
    const from = oldOutcomes.get(criterionId);
    if (!from || outcomeText(from) !== outcomeText(to)) {
      outcomes.push({ criterionId, from, to });
    }
  }
  return { rows, outcomes };
}

/** Whether two verdicts decide the same. */
export function isSameVerdict(a: StoredNode, b: StoredNode): boolean {
  const left = verdictRows(a);
  const right = verdictRows(b);
  return (
    left.length === right.length &&
    left.every(
      (row, index) =>
        keyOf(row) === keyOf(right[index]) &&
        textOf(row) === textOf(right[index]),
    )
  );
}

/** `pass`, `undecided:no-source`: what is kept of an outcome. */
export function outcomeText(outcome: CriterionOutcome): string {
  return outcome.outcome === 'undecided'
    ? `${outcome.outcome}:${outcome.reason}`
    : outcome.outcome;
}

function rowsOf(node: StoredNode, kind: NodeKind): VerdictRow[] {
  const levels = node.applicable ? node.levels : undefined;
  return [
    { kind, node: node.id, levels },
    ...(node.criteria ?? []).map(criterion => ({
      kind: 'criterion' as const,
      node: criterion.id,
      outcome: outcomeText(criterion.result),
    })),
    ...(node.children ?? []).flatMap(child =>
      rowsOf(child, child.criteria ? 'sub-item' : 'group'),
    ),
  ];
}

function outcomesOf(node: StoredNode): Map<string, CriterionOutcome> {
  return new Map([
    ...(node.criteria ?? []).map(({ id, result }) => [id, result] as const),
    ...(node.children ?? []).flatMap(child => [...outcomesOf(child)]),
  ]);
}

function keyOf(row: VerdictRow): string {
  return `${row.kind} ${row.node}`;
}

/** Named one by one, so that the order of properties never matters. */
function textOf({ outcome, levels }: VerdictRow): string {
  return levels
    ? [
        levels.award,
        levels.potential,
        levels.measured ?? '-',
        levels.decided,
        levels.total,
      ].join(' ')
    : outcome ?? '';
}
