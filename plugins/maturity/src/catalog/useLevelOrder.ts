import { useEffect, useMemo } from 'react';
import {
  EntityOrderFilter,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import type { ScorecardKind } from '@devops-scorecards/plugin-maturity-common';
import { levelField, SCORECARDS } from './levelOfEntity';

/** By which level the whole list is sorted. */
export interface LevelOrder {
  scorecard: ScorecardKind;
  direction: 'asc' | 'desc';
}

/** The order by level that a list asks the catalog for, and how to change it. */
export function useLevelOrder(): {
  /** Absent: by name, as the catalog does by itself. */
  order: LevelOrder | undefined;
  sortBy: (order: LevelOrder | undefined) => void;
  /** False where the page holds the whole list and sorts it itself. */
  sortable: boolean;
} {
  const { filters, updateFilters, queryParameters, paginationMode } =
    useEntityList();
  const inAddress = queryParameters.order;
  const asked = useMemo(() => orderOf([inAddress ?? []].flat()), [inAddress]);

  useEffect(() => {
    if (asked) {
      updateFilters({ order: toFilter(asked) });
    }
  }, [asked, updateFilters]);

  return {
    order: orderOf(filters.order?.values.flat() ?? []),
    sortBy: order =>
      updateFilters({ order: order ? toFilter(order) : undefined }),
    sortable: paginationMode !== 'none',
  };
}

function toFilter({ scorecard, direction }: LevelOrder): EntityOrderFilter {
  return new EntityOrderFilter([[levelField(scorecard), direction]]);
}

function orderOf(values: string[]): LevelOrder | undefined {
  const [field, direction] = values;
  const scorecard = SCORECARDS.find(one => levelField(one) === field);
  return scorecard && (direction === 'asc' || direction === 'desc')
    ? { scorecard, direction }
    : undefined;
}
