import { renderTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { maturityApiRef } from '@devops-scorecards/plugin-maturity-react';
import { maturityApiFixture } from '@devops-scorecards/plugin-maturity-react/testUtils';
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
      [maturityApiRef, maturityApiFixture()],
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
  expect(
    await screen.findByRole('region', { name: '变更与发布' }),
  ).toBeVisible();
  expect(screen.getByText('自动化发布率')).toBeVisible();
});
