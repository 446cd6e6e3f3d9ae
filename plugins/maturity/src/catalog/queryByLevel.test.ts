import type { Entity } from '@backstage/catalog-model';
import {
  CATALOG_FILTER_EXISTS,
  type QueryEntitiesInitialRequest,
} from '@backstage/catalog-client';
import { MATURITY_LEVEL_LABEL } from '@devops-scorecards/plugin-maturity-common';
import { levelPageOf, queryByLevel, readCursor } from './queryByLevel';

const FIELD = `metadata.labels.${MATURITY_LEVEL_LABEL}`;

/** Name and label of each entity, in the catalog's own order. */
const CATALOG: [string, string?][] = [
  ['a', 'none'],
  ['b', 'L2'],
  ['c'],
  ['d', 'L4'],
  ['e', 'L3'],
  ['f'],
];

function entity([name, label]: [string, string?]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      labels: label ? { [MATURITY_LEVEL_LABEL]: label } : {},
    },
  };
}

/** A catalog that leaves out what lacks the field it is sorted by. */
const query = jest.fn(async (request: QueryEntitiesInitialRequest) => {
  const { query: predicate, orderFields, limit = 20, offset = 0 } = request;
  const [order] = [orderFields ?? []].flat();
  const isRest = predicate !== undefined && '$not' in (predicate as object);
  const isAssessed = predicate !== undefined && !isRest;
  const found = CATALOG.filter(([, label]) => {
    const assessed = label?.startsWith('L') ?? false;
    return !predicate || (isAssessed ? assessed : !assessed);
  })
    .sort((x, y) =>
      order?.field === FIELD
        ? (x[1] ?? '').localeCompare(y[1] ?? '')
        : x[0].localeCompare(y[0]),
    )
    .map(entity);
  if (order?.order === 'desc') {
    found.reverse();
  }
  return {
    items: found.slice(offset, offset + limit),
    totalItems: request.totalItems === 'exclude' ? 0 : found.length,
    pageInfo: {},
  };
});

function ask(
  part: QueryEntitiesInitialRequest,
  order: 'asc' | 'desc' = 'desc',
) {
  const page = levelPageOf({ ...part, orderFields: { field: FIELD, order } });
  if (!page) {
    throw new Error('It is an order by level');
  }
  return queryByLevel({ page, query });
}

const names = (answer: { items: Entity[] }) =>
  answer.items.map(item => item.metadata.name).join('');

describe('queryByLevel', () => {
  beforeEach(() => query.mockClear());

  it('leaves every other order to the catalog', () => {
    expect(levelPageOf({})).toBeUndefined();
    expect(
      levelPageOf({ orderFields: { field: 'metadata.name', order: 'asc' } }),
    ).toBeUndefined();
  });

  it('has what is not assessed last, whichever way', async () => {
    expect(names(await ask({}))).toBe('debacf');
    expect(names(await ask({}, 'asc'))).toBe('bedacf');
  });

  it.each([1, 2, 3, 4, 5, 6, 7])(
    'pages by %s to the same list and back',
    async limit => {
      let answer = await ask({ limit, totalItems: 'exclude' });
      let all = names(answer);
      const pages = [names(answer)];
      while (answer.pageInfo.nextCursor) {
        const page = readCursor(answer.pageInfo.nextCursor);
        answer = await queryByLevel({ page: page!, query });
        all += names(answer);
        pages.push(names(answer));
      }
      expect(all).toBe('debacf');
      for (const expected of pages.reverse().slice(1)) {
        const page = readCursor(answer.pageInfo.prevCursor ?? '');
        answer = await queryByLevel({ page: page!, query });
        expect(names(answer)).toBe(expected);
      }
      expect(answer.pageInfo.prevCursor).toBeUndefined();
    },
  );

  it('asks at most twice and counts everything', async () => {
    expect((await ask({ limit: 2 })).totalItems).toBe(6);
    expect(query).toHaveBeenCalledTimes(2);
    query.mockClear();
    await ask({ limit: 2, totalItems: 'exclude' });
    expect(query).toHaveBeenCalledTimes(1);
    query.mockClear();
    expect((await ask({ limit: 0 })).totalItems).toBe(6);
    expect(query).toHaveBeenCalledTimes(1);
  });

  it('carries filters through a cursor', async () => {
    const filter = { kind: ['component'], 'spec.x': CATALOG_FILTER_EXISTS };
    const { pageInfo } = await ask({ limit: 1, filter });
    expect(readCursor(pageInfo.nextCursor ?? '')?.request.filter).toEqual(
      filter,
    );
  });

  it('leaves cursors of the catalog alone and says when its own is broken', () => {
    expect(readCursor('abc')).toBeUndefined();
    expect(() => readCursor('by-level:%7B')).toThrow(/go back to the first/);
  });
});
