import type {
  DecisionEffect,
  NodeVerdict,
} from '@devops-scorecards/plugin-maturity-common';

/** A verdict by the model that gave it. */
export interface ModelVerdict {
  model: string;
  root: NodeVerdict;
}

/**
 * What a change does to levels.
 *
 * @remarks
 *
 * A level rises when the measured or the proven level of any node does, a
 * sub-item included: then it takes a second person. A node that had nothing
 * decided counts as below level 1.
 *
 * @param after - under the same models as `before`
 */
export function effectOf(
  before: readonly ModelVerdict[],
  after: readonly ModelVerdict[],
): DecisionEffect {
  const rootsBefore = new Map(before.map(({ model, root }) => [model, root]));
  return {
    raises: after.some(({ model, root }) => {
      const was = rootsBefore.get(model);
      return was !== undefined && isAnyRaised(was, root);
    }),
    levels: after.map(({ model, root }) => {
      const from = rootsBefore.get(model)?.levels.measured;
      const to = root.levels.measured;
      return {
        model,
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
      };
    }),
  };
}

function isAnyRaised(before: NodeVerdict, after: NodeVerdict): boolean {
  const nodesBefore = new Map(nodesOf(before).map(node => [node.id, node]));
  return nodesOf(after).some(node => {
    const was = nodesBefore.get(node.id);
    return was !== undefined && isRaised(was, node);
  });
}

function isRaised(before: NodeVerdict, after: NodeVerdict): boolean {
  return (
    after.levels.award > before.levels.award ||
    (after.levels.measured ?? 0) > (before.levels.measured ?? 0)
  );
}

function nodesOf(node: NodeVerdict): NodeVerdict[] {
  return [node, ...(node.children ?? []).flatMap(nodesOf)];
}
