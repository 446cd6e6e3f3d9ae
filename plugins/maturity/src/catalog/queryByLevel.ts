import {
  CATALOG_FILTER_EXISTS,
  type QueryEntitiesInitialRequest,
  type QueryEntitiesResponse,
} from '@backstage/catalog-client';
import { InputError } from '@backstage/errors';
import {
  LEVEL_LABELS,
  levelField,
  SCORECARDS,
  type LabelField,
} from './levelOfEntity';

/** A request for one page of a list that is sorted by a level. */
export interface LevelPage {
  request: QueryEntitiesInitialRequest;
  /** Path of the level label. */
  field: LabelField;
  direction: 'asc' | 'desc';
}

/** As many entities as the catalog gives where nobody says how many. */
const DEFAULT_LIMIT = 20;

type FilterPredicate = NonNullable<QueryEntitiesInitialRequest['query']>;

const ASSESSED: readonly string[] = LEVEL_LABELS.filter(
  label => label !== 'none',
);

/** The page that a request asks for, where it sorts by a level. */
export function levelPageOf(
  request: QueryEntitiesInitialRequest,
): LevelPage | undefined {
  const { orderFields, ...rest } = request;
  const [first] = [orderFields ?? []].flat();
  const field = SCORECARDS.map(levelField).find(one => one === first?.field);
  return first && field
    ? { request: rest, field, direction: first.order }
    : undefined;
}

/**
 * One page of the catalog by level: those with a level in the order asked
 * for, then all others by name.
 *
 * @remarks
 * The catalog leaves out entities that lack the field they are sorted by, and
 * "none" sorts as text. So the list is two lists, one after the other: two
 * queries at most, however long it is.
 *
 * @param options.query - asks the catalog itself
 */
export async function queryByLevel(options: {
  page: LevelPage;
  query: (
    request: QueryEntitiesInitialRequest,
  ) => Promise<QueryEntitiesResponse>;
}): Promise<QueryEntitiesResponse> {
  const { page, query } = options;
  const { request, field, direction } = page;
  const { limit = DEFAULT_LIMIT, offset = 0 } = request;
  if (limit === 0) {
    return query(request);
  }
  // A computed key is of any name to the type, also of an operator's.
  const assessed = { [field]: { $in: [...ASSESSED] } } as FilterPredicate;
  const part = (predicate: FilterPredicate): FilterPredicate =>
    request.query ? { $all: [request.query, predicate] } : predicate;
  const first = await query({
    ...request,
    query: part(assessed),
    orderFields: { field, order: direction },
    limit,
    offset,
    // Where the second list begins.
    totalItems: 'include',
  });
  const room = limit - first.items.length;
  const isWithinFirst = offset + limit < first.totalItems;
  const counts = request.totalItems !== 'exclude';
  const second =
    isWithinFirst && !counts
      ? { items: [], totalItems: 0 }
      : await query({
          ...request,
          query: part({ $not: assessed }),
          orderFields: { field: 'metadata.name', order: 'asc' },
          // One more tells whether there is another page.
          limit: isWithinFirst ? 0 : room + 1,
          offset: Math.max(0, offset - first.totalItems),
        });
  const hasMore = isWithinFirst || second.items.length > room;
  const at = (start: number) =>
    writeCursor({ ...page, request: { ...request, limit, offset: start } });
  return {
    items: [...first.items, ...second.items.slice(0, room)],
    totalItems: counts ? first.totalItems + second.totalItems : 0,
    pageInfo: {
      ...(hasMore && { nextCursor: at(offset + limit) }),
      ...(offset > 0 && { prevCursor: at(Math.max(0, offset - limit)) }),
    },
  };
}

const CURSOR = 'by-level:';

/** The catalog's own sign for "has any value" is no text. */
const EXISTS = { exists: true } as const;

function writeCursor(page: LevelPage): string {
  return (
    CURSOR +
    encodeURIComponent(
      JSON.stringify(page, (_, value) =>
        value === CATALOG_FILTER_EXISTS ? EXISTS : value,
      ),
    )
  );
}

/** The page that a cursor of {@link queryByLevel} leads to. */
export function readCursor(cursor: string): LevelPage | undefined {
  if (!cursor.startsWith(CURSOR)) {
    return undefined;
  }
  try {
    return JSON.parse(
      decodeURIComponent(cursor.slice(CURSOR.length)),
      (_, value) => (value?.exists === true ? CATALOG_FILTER_EXISTS : value),
    );
  } catch {
    throw new InputError(
      'This page of the catalog cannot be found: go back to the first one',
    );
  }
}
