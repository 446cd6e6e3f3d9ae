import {
  subItemsOf,
  type Criterion,
  type Model,
  type SubItem,
} from '@devops-scorecards/plugin-maturity-common';

/** Every criterion of a model, in the order of its pack. */
export function criteriaOf(model: Model): Criterion[] {
  return subItemsOf(model).flatMap(({ criteria }) => criteria);
}

/** A criterion and the sub-item that it grades. */
export interface PlacedCriterion {
  criterion: Criterion;
  subItem: SubItem;
}

/** Every criterion of a model with its sub-item, by criterion id. */
export function placedCriteria(model: Model): Map<string, PlacedCriterion> {
  return new Map(
    subItemsOf(model).flatMap(subItem =>
      subItem.criteria.map(criterion => [criterion.id, { criterion, subItem }]),
    ),
  );
}
