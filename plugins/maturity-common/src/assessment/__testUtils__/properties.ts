import fc from 'fast-check';
import type { ModelNode, SubItem } from '../../models';
import { isSubItem } from '../../models';
import { subItemVerdicts } from '../subItemVerdicts';
import type { CriterionVerdict, NodeVerdict } from '../types';
import type { Assessment } from './arbitraryAssessment';
import { arbitraryAssessment } from './arbitraryAssessment';

/** Checks a property on many assessments; `pick` is a number to choose by. */
export function check(
  property: (assessment: Assessment, pick: number) => void,
): void {
  fc.assert(fc.property(arbitraryAssessment, fc.nat(), property), {
    numRuns: 500,
  });
}

/** Every node of a verdict. */
export function nodes(node: NodeVerdict): NodeVerdict[] {
  return [node, ...(node.children ?? []).flatMap(nodes)];
}

/** Every criterion of a verdict. */
export function criteriaOf(root: NodeVerdict): CriterionVerdict[] {
  return subItemVerdicts(root).flatMap(({ criteria }) => criteria);
}

/** Pairs of the same node before and after, by id. */
export function pairs(
  before: NodeVerdict,
  after: NodeVerdict,
): [NodeVerdict, NodeVerdict][] {
  const byId = new Map(nodes(after).map(node => [node.id, node]));
  return nodes(before).map(node => [node, byId.get(node.id)!]);
}

/** One of a list, or undefined when it is empty. */
export function pickOne<T>(list: T[], pick: number): T | undefined {
  return list[pick % Math.max(list.length, 1)];
}

/** The same tree with other sub-items. */
export function mapSubItems(
  children: readonly ModelNode[],
  change: (subItem: SubItem) => SubItem,
): ModelNode[] {
  return children.map(node =>
    isSubItem(node)
      ? change(node)
      : { ...node, children: mapSubItems(node.children, change) },
  );
}
