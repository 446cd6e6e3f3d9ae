import type { Entity } from '@backstage/catalog-model';
import { EntityOrderFilter } from '@backstage/plugin-catalog-react';
import { MockEntityListContextProvider } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp } from '@backstage/test-utils';
import {
  MATURITY_LEVEL_LABEL,
  STABILITY_LEVEL_LABEL,
} from '@devops-scorecards/plugin-maturity-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { createLevelColumn, withLevelColumns } from './levelColumns';
import { LevelEntityFilter } from './LevelEntityFilter';
import { MaturityLevelFilter, StabilityLevelFilter } from './LevelFilter';
import { LevelSortControl } from './LevelSortControl';
import { compareLevels, levelOfEntity } from './levelOfEntity';

function labelled(label?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'x',
      labels: label ? { [MATURITY_LEVEL_LABEL]: label } : {},
    },
  };
}

describe('levelOfEntity', () => {
  it.each([
    ['L3', 3],
    ['none', 'none'],
    ['L9', 'none'],
    [undefined, undefined],
  ])('of label %s is %s', (label, level) => {
    expect(levelOfEntity(labelled(label), 'maturity')).toBe(level);
    expect(levelOfEntity(labelled(label), 'stability')).toBeUndefined();
  });

  it('sorts unlabelled, not assessed, then by level', () => {
    const sorted = ['L5', undefined, 'none', 'L2']
      .map(labelled)
      .sort((a, b) => compareLevels(a, b, 'maturity'))
      .map(entity => levelOfEntity(entity, 'maturity'));
    expect(sorted).toEqual([undefined, 'none', 2, 5]);
  });
});

describe('createLevelColumn', () => {
  const column = createLevelColumn({ scorecard: 'maturity' });
  const cell = (label?: string) =>
    column.render?.(
      { entity: labelled(label) } as never,
      'row',
    ) as ReactElement;

  it.each([
    ['L3', 'Comprehensive'],
    ['none', 'Not assessed'],
  ])('shows %s as a word', async (label, word) => {
    await renderInTestApp(cell(label));
    expect(screen.getByText(word)).toBeVisible();
  });
});

describe('withLevelColumns', () => {
  it('stands beside the name', () => {
    const fields = withLevelColumns([
      { title: 'Title', field: 'title', hidden: true },
      { title: 'Name', field: 'name', highlight: true },
      { title: 'Owner', field: 'owner' },
    ]).map(column => column.field);
    expect(fields).toEqual([
      'title',
      'name',
      'entity.metadata.labels.maturity',
      'entity.metadata.labels.stability',
      'owner',
    ]);
  });
});

describe('the level column', () => {
  it('breaks neither its title nor its words, and leaves names readable', () => {
    const [name, level, , owner, type] = withLevelColumns([
      { title: 'Name', field: 'name', highlight: true },
      { title: 'Owner', field: 'resolved.ownedByRelationsTitle' },
      { title: 'Type', field: 'type' },
    ]);
    expect(level.headerStyle).toMatchObject({ whiteSpace: 'nowrap' });
    expect(level.cellStyle).toMatchObject({ whiteSpace: 'nowrap' });
    expect(name.cellStyle).toEqual({ minWidth: 170 });
    expect(owner.cellStyle).toEqual({ minWidth: 150 });
    expect(type.cellStyle).toBeUndefined();
  });
});

describe('MaturityLevelFilter', () => {
  it('adds and removes levels', async () => {
    const user = userEvent.setup();
    const updateFilters = jest.fn();
    await renderInTestApp(
      <MockEntityListContextProvider
        value={{
          updateFilters,
          filters: {
            maturityLevel: new LevelEntityFilter('maturity', ['L2']),
          } as never,
        }}
      >
        <MaturityLevelFilter />
      </MockEntityListContextProvider>,
    );
    await user.click(screen.getByRole('checkbox', { name: /Comprehensive/ }));
    expect(updateFilters).toHaveBeenLastCalledWith({
      maturityLevel: new LevelEntityFilter('maturity', ['L2', 'L3']),
    });
    await user.click(screen.getByRole('checkbox', { name: /Foundation/ }));
    expect(updateFilters).toHaveBeenLastCalledWith({
      maturityLevel: undefined,
    });
  });

  it('has its like for stability', async () => {
    const user = userEvent.setup();
    const updateFilters = jest.fn();
    await renderInTestApp(
      <MockEntityListContextProvider value={{ updateFilters }}>
        <StabilityLevelFilter />
      </MockEntityListContextProvider>,
    );
    await user.click(screen.getByRole('checkbox', { name: /Excellent/ }));
    expect(updateFilters).toHaveBeenLastCalledWith({
      stabilityLevel: new LevelEntityFilter('stability', ['L4']),
    });
  });

  it('follows the address', async () => {
    const updateFilters = jest.fn();
    await renderInTestApp(
      <MockEntityListContextProvider
        value={{
          updateFilters,
          queryParameters: { maturityLevel: ['L3', 'bogus'] } as never,
        }}
      >
        <MaturityLevelFilter />
      </MockEntityListContextProvider>,
    );
    expect(updateFilters).toHaveBeenCalledWith({
      maturityLevel: new LevelEntityFilter('maturity', ['L3']),
    });
  });
});

describe('LevelEntityFilter', () => {
  const filter = new LevelEntityFilter('maturity', ['L3', 'none']);

  it('asks the catalog by label', () => {
    expect(filter.getCatalogFilters()).toEqual({
      [`metadata.labels.${MATURITY_LEVEL_LABEL}`]: ['L3', 'none'],
    });
    expect(filter.toQueryValue()).toEqual(['L3', 'none']);
  });

  it('decides alike in the browser', () => {
    expect(filter.filterEntity(labelled('L3'))).toBe(true);
    expect(filter.filterEntity(labelled('L2'))).toBe(false);
    expect(filter.filterEntity(labelled())).toBe(false);
  });
});

describe('the order by level', () => {
  const field = `metadata.labels.${MATURITY_LEVEL_LABEL}`;

  function TitleOf(props: { paginationMode: 'none' | 'cursor' }) {
    return <>{createLevelColumn({ scorecard: 'maturity', ...props }).title}</>;
  }

  it.each([
    [undefined, /^Sort all by Maturity/, [[field, 'desc']]],
    ['desc', /highest first/, [[field, 'asc']]],
    ['asc', /lowest first/, undefined],
  ] as const)('turns from %s', async (direction, name, next) => {
    const user = userEvent.setup();
    const updateFilters = jest.fn();
    await renderInTestApp(
      <MockEntityListContextProvider
        value={{
          updateFilters,
          paginationMode: 'cursor',
          filters: direction && {
            order: new EntityOrderFilter([[field, direction]]),
          },
        }}
      >
        <TitleOf paginationMode="cursor" />
      </MockEntityListContextProvider>,
    );
    await user.click(screen.getByRole('button', { name }));
    expect(updateFilters.mock.lastCall[0].order?.values).toEqual(next);
  });

  it('is chosen beside the filters, and followed from the address', async () => {
    const user = userEvent.setup();
    const updateFilters = jest.fn();
    await renderInTestApp(
      <MockEntityListContextProvider
        value={{
          updateFilters,
          paginationMode: 'cursor',
          queryParameters: { order: [field, 'asc'] } as never,
        }}
      >
        <LevelSortControl />
      </MockEntityListContextProvider>,
    );
    expect(updateFilters.mock.lastCall[0].order.values).toEqual([
      [field, 'asc'],
    ]);
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Sort the list' }),
      'by stability, highest first',
    );
    expect(updateFilters.mock.lastCall[0].order.values).toEqual([
      [`metadata.labels.${STABILITY_LEVEL_LABEL}`, 'desc'],
    ]);
  });

  it('is left to the table that holds every row', async () => {
    await renderInTestApp(
      <MockEntityListContextProvider value={{ paginationMode: 'none' }}>
        <TitleOf paginationMode="none" />
        <LevelSortControl />
      </MockEntityListContextProvider>,
    );
    expect(screen.getByText('Maturity')).toBeVisible();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
  });
});
