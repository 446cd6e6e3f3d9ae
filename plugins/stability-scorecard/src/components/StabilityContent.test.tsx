import type { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import type { MaturityApi } from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '@devops-scorecards/plugin-maturity-react';
import {
  maturityApiFixture,
  measurementFixture,
} from '@devops-scorecards/plugin-maturity-react/testUtils';
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { EntityStabilityCard, isStabilityAvailable, rootRouteRef } from '..';
import { StabilityContent } from './StabilityContent';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'walkthrough', namespace: 'default' },
};

function render(element: JSX.Element, part: Partial<MaturityApi> = {}) {
  return renderInTestApp(
    <TestApiProvider apis={[[maturityApiRef, maturityApiFixture(part)]]}>
      <EntityProvider entity={entity}>
        <main>
          <h1>walkthrough</h1>
          {element}
        </main>
      </EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/stability': rootRouteRef } },
  );
}

describe('StabilityContent', () => {
  it('shows what is measured and, apart, what is not', async () => {
    const { container } = await render(<StabilityContent />);
    const changes = await screen.findByRole('region', {
      name: 'Changes and releases',
    });
    expect(within(changes).getAllByText('n = 19')).toHaveLength(4);
    const rest = screen.getByRole('region', {
      name: 'What this version cannot measure yet',
    });
    expect(within(rest).getAllByRole('listitem')).toHaveLength(6);
    expect(rest).not.toHaveTextContent(/\d/);
    expect(await screen.findAllByRole('img', { name: /weekly/ })).toHaveLength(
      4,
    );
    expect((await axe(container)).violations).toEqual([]);
  });

  it('invents nothing where nothing is connected', async () => {
    await render(<StabilityContent />, {
      getMeasurements: async ({ metrics = [] }) =>
        metrics.map(metric =>
          measurementFixture({
            metric,
            status: 'no-source',
            value: undefined,
            n: 0,
            evidence: [],
            generated: false,
          }),
        ),
    });
    expect(
      await screen.findByRole('heading', {
        name: 'No deployments or runs are connected',
      }),
    ).toBeVisible();
    expect(
      screen.queryByRole('region', { name: 'Changes and releases' }),
    ).not.toBeInTheDocument();
  });

  it('says so when reading fails and still tells what is not measured', async () => {
    await render(<StabilityContent />, {
      getMeasurements: () => Promise.reject(new Error('down')),
    });
    expect(await screen.findByRole('alert')).toHaveTextContent('down');
    expect(
      screen.getByRole('region', {
        name: 'What this version cannot measure yet',
      }),
    ).toBeVisible();
  });
});

describe('EntityStabilityCard', () => {
  it('shows the values with a link to the tab', async () => {
    await render(<EntityStabilityCard />);
    expect(await screen.findByText('Deployment failure rate')).toBeVisible();
    expect(
      screen.getByRole('link', { name: /Open the stability page/ }),
    ).toHaveAttribute('href', '/stability');
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
