import type { Model, ModelNode } from '../models';
import { isSubItem } from '../models';
import { evaluateSubItem } from './evaluateSubItem';
import { parentLevels } from './parentLevels';
import type { AssessmentInput, NodeVerdict } from './types';

/**
 * Judges an entity by a model: docs/models/format.md says how levels come
 * about.
 *
 * @remarks
 * Pure: the same model and input give the same verdict, whatever was assessed
 * before. Neither argument is changed. For a point in the past pass
 * {@link noHistory} as `earlier` and read {@link subItemLevels}.
 *
 * @returns the verdict on the root, whose id is the model's
 *
 * @public
 */
export function evaluate(model: Model, input: AssessmentInput): NodeVerdict {
  return evaluateGroup(model, input);
}

/**
 * An `earlier` that knows nothing: leaves the criteria of level 5 that look
 * back undecided.
 *
 * @public
 */
export function noHistory(): undefined {
  return undefined;
}

function evaluateGroup(
  group: { id: string; children: readonly ModelNode[] },
  input: AssessmentInput,
): NodeVerdict {
  const children: NodeVerdict[] = [];
  let applicable = false;
  let waived = 0;
  for (const node of group.children) {
    const child = isSubItem(node)
      ? evaluateSubItem(node, input)
      : evaluateGroup(node, input);
    applicable ||= child.applicable;
    waived += child.waived;
    children.push(child);
  }
  return {
    id: group.id,
    applicable,
    levels: parentLevels(children),
    partlyNext: false,
    waived,
    children,
  };
}
