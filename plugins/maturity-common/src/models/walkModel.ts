import type { Model, ModelGroup, ModelNode, SubItem } from './types';
import { isSubItem } from './types';

/**
 * The sub-items of a model or group, in order.
 *
 * @public
 */
export function subItemsOf(parent: Model | ModelGroup): SubItem[] {
  return nodesOf(parent).filter(isSubItem);
}

/**
 * Every node below a model or group, parents before their children.
 *
 * @public
 */
export function nodesOf(parent: Model | ModelGroup): ModelNode[] {
  return parent.children.flatMap(node =>
    isSubItem(node) ? [node] : [node, ...nodesOf(node)],
  );
}
