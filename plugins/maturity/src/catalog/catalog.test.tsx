import type { Entity } from '@backstage/catalog-model';
import { MockEntityListContextProvider } from '@backstage/plugin-catalog-react/testUtils';
import { renderInTestApp } from '@backstage/test-utils';
import { MATURITY_LEVEL_LABEL } from '@devops-scorecards/plugin-maturity-common';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import {
  createMaturityLevelColumn,
  withMaturityLevelColumn,
} from './levelColumn';
import { compareLevels, levelOfEntity } from './levelOfEntity';
import { MaturityLevelEntityFilter } from './MaturityLevelEntityFilter';
import { MaturityLevelFilter } from './MaturityLevelFilter';

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
    expect(levelOfEntity(labelled(label))).toBe(level);
  });

  it('sorts unlabelled, not assessed, then by level', () => {
    const sorted = ['L5', undefined, 'none', 'L2']
      .map(labelled)
      .sort(compareLevels)
      .map(levelOfEntity);
    expect(sorted).toEqual([undefined, 'none', 2, 5]);
  });
});

describe('createMaturityLevelColumn', () => {
  const column = createMaturityLevelColumn();
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

describe('withMaturityLevelColumn', () => {
  it('stands beside the name', () => {
    const fields = withMaturityLevelColumn([
      { title: 'Title', field: 'title', hidden: true },
      { title: 'Name', field: 'name', highlight: true },
      { title: 'Owner', field: 'owner' },
    ]).map(column => column.field);
    expect(fields).toEqual([
      'title',
      'name',
      'entity.metadata.labels',
      'owner',
    ]);
  });
});

describe('the level column', () => {
  it('breaks neither its title nor its words, and leaves names readable', () => {
    const [name, level, owner, type] = withMaturityLevelColumn([
      { title: 'Name', field: 'name', highlight: true },
      { title: 'Owner', field: 'resolved.ownedByRelationsTitle' },
      { title: 'Type', field: 'type' },
    ]);
    expect(level.headerStyle).toEqual({ whiteSpace: 'nowrap' });
    expect(level.cellStyle).toEqual({ whiteSpace: 'nowrap' });
    expect(name.cellStyle).toEqual({ minWidth: 180 });
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
            maturityLevel: new MaturityLevelEntityFilter(['L2']),
          } as never,
        }}
      >
        <MaturityLevelFilter />
      </MockEntityListContextProvider>,
    );
    await user.click(screen.getByRole('checkbox', { name: /Comprehensive/ }));
    expect(updateFilters).toHaveBeenLastCalledWith({
      maturityLevel: new MaturityLevelEntityFilter(['L2', 'L3']),
    });
    await user.click(screen.getByRole('checkbox', { name: /Foundation/ }));
    expect(updateFilters).toHaveBeenLastCalledWith({
      maturityLevel: undefined,
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
      maturityLevel: new MaturityLevelEntityFilter(['L3']),
    });
  });
});

describe('MaturityLevelEntityFilter', () => {
  const filter = new MaturityLevelEntityFilter(['L3', 'none']);

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
