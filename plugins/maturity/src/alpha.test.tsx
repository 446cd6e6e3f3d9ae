import type { Entity } from '@backstage/catalog-model';
import { renderTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiMock,
  createTestEntityPage,
} from '@backstage/plugin-catalog-react/testUtils';
import { maturityApiRef } from '@devops-scorecards/plugin-maturity-react';
import { maturityApiFixture } from '@devops-scorecards/plugin-maturity-react/testUtils';
import { screen } from '@testing-library/react';
import { maturityPlugin } from './alpha';

const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'walkthrough', namespace: 'default' },
  spec: { type: 'service' },
};

type ExtensionName = Parameters<typeof maturityPlugin.getExtension>[0];

function render(names: ExtensionName[], kind = 'Component') {
  localStorage.setItem('language', 'zh');
  return renderTestApp({
    extensions: [
      createTestEntityPage({ entity: { ...entity, kind } }),
      ...names.map(name => maturityPlugin.getExtension(name)),
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
}

describe('the plugin on the new frontend system', () => {
  it('shows the tab, in the language of the app', async () => {
    render(['entity-content:maturity']);
    expect(
      await screen.findByRole('group', { name: /^2 级，基础级/ }),
    ).toBeVisible();
    expect(
      screen.getByRole('region', { name: '距离 3 级还差什么' }),
    ).toBeVisible();
  });

  it('shows the card, which leads to the tab', async () => {
    render(['entity-card:maturity', 'entity-content:maturity']);
    expect(await screen.findByText('达到 3 级的下一步')).toBeVisible();
    expect(screen.getByRole('link', { name: /打开计分卡/ })).toHaveAttribute(
      'href',
      expect.stringMatching(/\/maturity$/),
    );
  });

  it('registers the client', () => {
    expect(maturityPlugin.getExtension('api:maturity')).toBeDefined();
  });

  it('has a page of approvals with a title in the language of the app', async () => {
    localStorage.setItem('language', 'zh');
    renderTestApp({
      extensions: [
        // Its links lead there.
        createTestEntityPage({ entity }),
        maturityPlugin.getExtension('page:maturity/approvals'),
      ],
      initialRouteEntries: ['/maturity/approvals'],
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
      await screen.findByRole('heading', { name: '待审批', level: 1 }),
    ).toBeVisible();
    expect(
      await screen.findByRole('tab', { name: '待我审批（1）' }),
    ).toBeVisible();
  });

  it('has a page for operators with a title in the language of the app', async () => {
    localStorage.setItem('language', 'zh');
    renderTestApp({
      extensions: [maturityPlugin.getExtension('page:maturity/operations')],
      initialRouteEntries: ['/maturity/operations'],
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
      await screen.findByRole('heading', { name: '运维', level: 1 }),
    ).toBeVisible();
    expect(await screen.findByRole('tab', { name: '数据源' })).toBeVisible();
    expect(await screen.findByText('正常')).toBeVisible();
  });
});
