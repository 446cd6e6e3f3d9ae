import type {
  Model,
  ModelNode,
} from '@devops-scorecards/plugin-maturity-common';
import { isSubItem, nodesOf } from '@devops-scorecards/plugin-maturity-common';

/** What a node of a model is. */
export type NodeKind = 'model' | 'group' | 'sub-item' | 'criterion';

/** A node by the name that its model gives it. */
export interface NamedNode {
  kind: NodeKind;
  node: string;
}

/** Everything of a model that verdicts are stored about: the root first. */
export function modelNodes(model: Model): NamedNode[] {
  return [
    { kind: 'model', node: model.id },
    ...nodesOf(model).flatMap(namesOf),
  ];
}

function namesOf(node: ModelNode): NamedNode[] {
  if (!isSubItem(node)) {
    return [{ kind: 'group', node: node.id }];
  }
  const criteria = node.criteria.map(
    ({ id }): NamedNode => ({ kind: 'criterion', node: id }),
  );
  return [{ kind: 'sub-item', node: node.id }, ...criteria];
}
