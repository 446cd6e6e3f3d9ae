import {
  subItemsOf,
  type Model,
  type ModelSummary,
} from '@devops-scorecards/plugin-maturity-common';

/** A model as lists name it. */
export function summaryOf(model: Model): ModelSummary {
  const subItems = subItemsOf(model);
  return {
    id: model.id,
    scorecard: model.scorecard,
    version: model.version,
    title: model.title,
    description: model.description,
    maxLevel: model.maxLevel,
    subItems: subItems.length,
    criteria: subItems.reduce((sum, { criteria }) => sum + criteria.length, 0),
  };
}
