import type { CriterionVerdict, NodeVerdict } from './types';

/** Verdict on a leaf of the tree. @public */
export type SubItemVerdict = NodeVerdict & { criteria: CriterionVerdict[] };

/**
 * The sub-items of a verdict in the order of the model.
 *
 * @public
 */
export function subItemVerdicts(root: NodeVerdict): SubItemVerdict[] {
  const found: SubItemVerdict[] = [];
  collect(root, found);
  return found;
}

function collect(node: NodeVerdict, found: SubItemVerdict[]): void {
  if (node.criteria) {
    found.push(node as SubItemVerdict);
  }
  for (const child of node.children ?? []) {
    collect(child, found);
  }
}
