import type {
  CriterionOutcome,
  NodeLevels,
  NodeVerdict,
  Verdict,
} from '@devops-scorecards/plugin-maturity-common';

/** A criterion's verdict without the criterion, which the model holds. */
export interface StoredCriterion {
  id: string;
  result: CriterionOutcome;
  atRisk: boolean;
  /** Only where it is true. */
  contradicted?: boolean;
}

/** A node's verdict without the texts, which the model holds. */
export interface StoredNode {
  id: string;
  applicable: boolean;
  levels: NodeLevels;
  partlyNext: boolean;
  waived: number;
  criteria?: StoredCriterion[];
  children?: StoredNode[];
}

/** What is kept of a verdict. */
export interface StoredVerdict {
  root: StoredNode;
  standing: Verdict['standing'];
  atRisk: boolean;
  index: number;
}

/** Takes the model's texts off a verdict. */
export function toStoredVerdict(verdict: Verdict): StoredVerdict {
  return {
    root: toStoredNode(verdict.root),
    standing: verdict.standing,
    atRisk: verdict.atRisk,
    index: verdict.index,
  };
}

function toStoredNode(node: NodeVerdict): StoredNode {
  return {
    id: node.id,
    applicable: node.applicable,
    levels: node.levels,
    partlyNext: node.partlyNext,
    waived: node.waived,
    ...(node.criteria && {
      criteria: node.criteria.map(
        ({ criterion, result, atRisk, contradicted }) => ({
          id: criterion.id,
          result,
          atRisk,
          ...(contradicted && { contradicted }),
        }),
      ),
    }),
    ...(node.children && { children: node.children.map(toStoredNode) }),
  };
}
