import type { Entity } from '@backstage/catalog-model';
import type { EntityFilter } from '@backstage/plugin-catalog-react';
import { MATURITY_LEVEL_LABEL } from '@devops-scorecards/plugin-maturity-common';

/**
 * Keeps the entities whose level label is one of the given values.
 *
 * @public
 */
export class MaturityLevelEntityFilter implements EntityFilter {
  readonly values: string[];

  constructor(values: string[]) {
    this.values = values;
  }

  getCatalogFilters(): Record<string, string[]> {
    return { [`metadata.labels.${MATURITY_LEVEL_LABEL}`]: this.values };
  }

  filterEntity(entity: Entity): boolean {
    return this.values.includes(
      entity.metadata.labels?.[MATURITY_LEVEL_LABEL] ?? '',
    );
  }

  toQueryValue(): string[] {
    return this.values;
  }
}
