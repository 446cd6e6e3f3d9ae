import type { Entity } from '@backstage/catalog-model';
import type { EntityFilter } from '@backstage/plugin-catalog-react';
import type { ScorecardKind } from '@devops-scorecards/plugin-maturity-common';
import { levelField, levelLabelOf } from './levelOfEntity';

/**
 * Keeps the entities whose level label of a scorecard is one of the given
 * values.
 *
 * @public
 */
export class LevelEntityFilter implements EntityFilter {
  readonly scorecard: ScorecardKind;
  readonly values: string[];

  constructor(scorecard: ScorecardKind, values: string[]) {
    this.scorecard = scorecard;
    this.values = values;
  }

  getCatalogFilters(): Record<string, string[]> {
    return { [levelField(this.scorecard)]: this.values };
  }

  filterEntity(entity: Entity): boolean {
    return this.values.includes(levelLabelOf(entity, this.scorecard));
  }

  toQueryValue(): string[] {
    return this.values;
  }
}
