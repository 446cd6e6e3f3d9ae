import { renderTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { maturityApiRef } from '@devops-scorecards/plugin-maturity-react';
import { stabilityApiFixture } from './__testUtils__/stabilityApiFixture';
import { screen } from '@testing-library/react';
import stabilityPlugin from './alpha';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'walkthrough', namespace: 'default' },
  spec: { type: 'service' },
};

it('shows the tab on the new frontend system, in the language of the app', async () => {
  localStorage.setItem('language', 'zh');
  renderTestApp({
    extensions: [
      createTestEntityPage({ entity }),
      stabilityPlugin.getExtension('entity-content:stability-scorecard'),
    ],
    apis: [
      [maturityApiRef, stabilityApiFixture()],
      catalogApiMock({ entities: [entity] }),
    ],
    config: {
      app: {
        baseUrl: 'http://localhost',
        extensions: [
          {
            'api:app/app-language': {
              config: { availableLanguages: ['en', 'zh'] },
            },
          },
        ],
      },
      backend: { baseUrl: 'http://localhost' },
    },
  });
  expect(await screen.findByRole('region', { name: '十个过程' })).toBeVisible();
  expect(screen.getByText('过程3')).toBeVisible();
});
