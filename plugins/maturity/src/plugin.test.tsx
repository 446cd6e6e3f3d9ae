import type { Entity } from '@backstage/catalog-model';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import {
  registerMswTestHooks,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { maturityApiRef } from '@devops-scorecards/plugin-maturity-react';
import {
  maturityApiFixture,
  scorecardFixture,
} from '@devops-scorecards/plugin-maturity-react/testUtils';
import { MaturityClient } from '@devops-scorecards/plugin-maturity-common';
import { screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import {
  EntityMaturityCard,
  isMaturityAvailable,
  maturityPlugin,
  rootRouteRef,
} from '.';
import { MaturityContent } from './components/MaturityContent';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'walkthrough', namespace: 'default' },
};

describe('the plugin on the old frontend system', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  it('registers the client', () => {
    const [factory] = maturityPlugin.getApis();
    expect(factory.api).toBe(maturityApiRef);
  });

  it('shows the card with a link to the tab', async () => {
    await renderInTestApp(
      <TestApiProvider apis={[[maturityApiRef, maturityApiFixture()]]}>
        <EntityProvider entity={entity}>
          <EntityMaturityCard />
        </EntityProvider>
      </TestApiProvider>,
      { mountedRoutes: { '/maturity': rootRouteRef } },
    );
    expect(
      await screen.findByRole('group', { name: /^Level 2/ }),
    ).toBeVisible();
    expect(screen.getByText('Next steps to level 3')).toBeVisible();
    expect(
      screen.getByRole('link', { name: /Open the scorecard/ }),
    ).toHaveAttribute('href', '/maturity');
  });

  it('reads over HTTP and shows a refusal as such', async () => {
    const base = 'http://localhost:7007/api/maturity';
    let answer: () => Response = () =>
      HttpResponse.json(scorecardFixture() as never);
    server.use(http.get(`${base}/*`, () => answer()));
    const client = new MaturityClient({
      discoveryApi: { getBaseUrl: async () => base },
    });
    const element = (
      <TestApiProvider apis={[[maturityApiRef, client]]}>
        <EntityProvider entity={entity}>
          <MaturityContent />
        </EntityProvider>
      </TestApiProvider>
    );
    answer = () =>
      HttpResponse.json(
        { error: { name: 'NotAllowedError', message: 'no' } },
        { status: 403 },
      );
    await renderInTestApp(element);
    expect(
      await screen.findByRole('heading', {
        name: 'You may not see this scorecard',
      }),
    ).toBeVisible();
  });
});

describe('isMaturityAvailable', () => {
  it.each([
    ['Component', true],
    ['System', true],
    ['Group', false],
    ['API', false],
  ])('%s: %s', (kind, expected) => {
    expect(isMaturityAvailable({ ...entity, kind })).toBe(expected);
  });
});
