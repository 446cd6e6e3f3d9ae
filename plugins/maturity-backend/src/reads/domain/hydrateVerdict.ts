import type {
  Criterion,
  Model,
  NodeVerdict,
} from '@devops-scorecards/plugin-maturity-common';
import { criteriaOf } from '../../assessment/domain/criteriaOf';
import type { StoredNode } from '../../assessment/domain/storedVerdict';

/** Puts the criteria of the model that judged back into a stored verdict. */
export function hydrateVerdict(root: StoredNode, model: Model): NodeVerdict {
  const criteria = new Map(criteriaOf(model).map(c => [c.id, c]));
  return hydrateNode(root, criteria);
}

function hydrateNode(
  node: StoredNode,
  criteria: ReadonlyMap<string, Criterion>,
): NodeVerdict {
  return {
    ...node,
    criteria: node.criteria?.flatMap(({ id, ...verdict }) => {
      const criterion = criteria.get(id);
      return criterion ? [{ criterion, ...verdict }] : [];
    }),
    children: node.children?.map(child => hydrateNode(child, criteria)),
  };
}
