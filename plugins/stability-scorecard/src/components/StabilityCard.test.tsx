import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { MaturityApi } from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '@devops-scorecards/plugin-maturity-react';
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import { EntityStabilityCard, isStabilityAvailable, rootRouteRef } from '..';
import { entity } from '../__testUtils__/renderTab';
import {
  stabilityApiFixture,
  unconnectedApiFixture,
} from '../__testUtils__/stabilityApiFixture';

function render(api: MaturityApi = stabilityApiFixture()) {
  return renderInTestApp(
    <TestApiProvider apis={[[maturityApiRef, api]]}>
      <EntityProvider entity={entity}>
        <main>
          <h1>walkthrough</h1>
          <EntityStabilityCard />
        </main>
      </EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/stability': rootRouteRef } },
  );
}

describe('EntityStabilityCard', () => {
  it('shows level, availability, budget, open incidents and rates, and leads to the tab', async () => {
    const { container } = await render();
    expect(
      await screen.findByRole('group', { name: /^Level 2, Foundation/ }),
    ).toBeVisible();
    expect(await screen.findByText('99.862%')).toBeVisible();
    expect(screen.getByText('overspent by 40%')).toBeVisible();
    expect(screen.getByText('The monitoring-discovery-rate')).toBeVisible();
    expect(screen.getByText('The automated-release-rate')).toBeVisible();
    expect(
      await screen.findByText('1 open, the oldest for 1 hr'),
    ).toBeVisible();
    expect(
      screen.getByRole('link', { name: /Open the stability page/ }),
    ).toHaveAttribute('href', '/stability');
    expect((await axe(container)).violations).toEqual([]);
  });

  it('has no numbers where nothing is connected', async () => {
    await render(unconnectedApiFixture());
    expect(await screen.findByText('not connected')).toBeVisible();
    expect(screen.queryByText('none open')).not.toBeInTheDocument();
    expect(screen.queryByText(/%/)).not.toBeInTheDocument();
  });

  it('says so where no model applies', async () => {
    const error = new Error('no model');
    error.name = 'NotFoundError';
    await render(
      stabilityApiFixture({ getScorecard: () => Promise.reject(error) }),
    );
    expect(
      await screen.findByText('No stability model applies here'),
    ).toBeVisible();
  });
});

describe('isStabilityAvailable', () => {
  it.each([
    ['Component', true],
    ['System', true],
    ['Group', false],
  ])('%s: %s', (kind, expected) => {
    expect(isStabilityAvailable({ ...entity, kind })).toBe(expected);
  });
});
