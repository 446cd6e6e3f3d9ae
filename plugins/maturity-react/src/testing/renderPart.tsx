import type { ReactElement } from 'react';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { ThemeProvider, createTheme } from '@material-ui/core/styles';

/** How a part of a page is rendered in a test. */
export interface RenderPartOptions {
  language?: 'en' | 'zh';
  theme?: 'light' | 'dark';
}

/** Renders a part of a page in a real app, in a language and a theme. */
export function renderPart(
  element: ReactElement,
  options: RenderPartOptions = {},
) {
  const { language = 'en', theme = 'light' } = options;
  // The app remembers the last choice, also from one test to the next.
  localStorage.setItem('language', language);
  return renderInTestApp(
    <ThemeProvider theme={createTheme({ palette: { type: theme } })}>
      {element}
    </ThemeProvider>,
    {
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
      },
    },
  );
}
