import type { ReactElement } from 'react';
import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { TestApiProvider } from '@backstage/test-utils';
import type { MaturityApi } from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '@devops-scorecards/plugin-maturity-react';
import { createTheme, ThemeProvider } from '@material-ui/core/styles';
import { StabilityContent } from '../components/StabilityContent';
import { stabilityApiFixture } from './stabilityApiFixture';

const TIME_ZONE = 'Asia/Shanghai';

/** A service with trading hours and an agreed availability. */
export const entity: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'walkthrough',
    namespace: 'default',
    annotations: {
      'devops-scorecards.io/session-calendar': 'cn-exchange',
      'devops-scorecards.io/availability-target': '99.9%',
    },
  },
  spec: { type: 'service' },
};

/** The tab in a real app, in a language and a theme, at an address. */
export function renderTab(
  options: {
    api?: MaturityApi;
    address?: string;
    language?: 'en' | 'zh';
    theme?: 'light' | 'dark';
    element?: ReactElement;
  } = {},
) {
  const { language = 'en', theme = 'light', address = '/' } = options;
  // The app remembers the last choice, also from one test to the next.
  localStorage.setItem('language', language);
  return renderInTestApp(
    <ThemeProvider theme={createTheme({ palette: { type: theme } })}>
      <TestApiProvider
        apis={[[maturityApiRef, options.api ?? stabilityApiFixture()]]}
      >
        <EntityProvider entity={entity}>
          <main>
            <h1>walkthrough</h1>
            <h2>Stability tab</h2>
            {options.element ?? <StabilityContent />}
          </main>
        </EntityProvider>
      </TestApiProvider>
    </ThemeProvider>,
    {
      initialRouteEntries: [address],
      config: {
        app: {
          baseUrl: 'http://localhost',
          extensions: [
            {
              'api:app/app-language': {
                config: {
                  availableLanguages: ['en', 'zh'],
                  defaultLanguage: language,
                },
              },
            },
          ],
        },
        backend: { baseUrl: 'http://localhost' },
        maturity: { timeZone: TIME_ZONE },
      },
    },
  );
}
