import { renderInTestApp } from '@backstage/frontend-test-utils';
import { TestApiProvider } from '@backstage/test-utils';
import type {
  ImportStatus,
  MaturityApi,
} from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '@devops-scorecards/plugin-maturity-react';
import {
  importFixture,
  maturityApiFixture,
} from '@devops-scorecards/plugin-maturity-react/testUtils';
import { createTheme, ThemeProvider } from '@material-ui/core/styles';
import { ImportsPanel } from '../ImportsPanel';

/** Renders the panel in a real app, in a language and a theme. */
export function renderImports(
  part: Partial<MaturityApi> = {},
  look: {
    language?: 'en' | 'zh';
    theme?: 'light' | 'dark';
    sources?: string[];
  } = {},
) {
  const { language = 'en', theme = 'light', sources = ['ci', 'jira'] } = look;
  // The app remembers the last choice, also from one test to the next.
  localStorage.setItem('language', language);
  return renderInTestApp(
    <ThemeProvider theme={createTheme({ palette: { type: theme } })}>
      <TestApiProvider apis={[[maturityApiRef, maturityApiFixture(part)]]}>
        <main>
          <h1>Operations</h1>
          <h2>Imports</h2>
          <ImportsPanel sources={sources} />
        </main>
      </TestApiProvider>
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

/** An answer with an error, as the client throws it. */
export function answered(statusCode: number, message = 'because'): Error {
  return Object.assign(new Error(message), { statusCode });
}

/** A portal that takes whole slices, but only half of the first one. */
export function portal(begin: Partial<ImportStatus> = {}) {
  let status = importFixture({ name: 'history.ndjson', ...begin });
  const createImport = jest.fn<
    Promise<ImportStatus>,
    Parameters<MaturityApi['createImport']>
  >(async ({ totalBytes }) => {
    status = { ...status, totalBytes };
    return status;
  });
  const sendImportContent = jest.fn<
    Promise<ImportStatus>,
    Parameters<MaturityApi['sendImportContent']>
  >(async ({ offset, content }) => {
    if (offset !== status.offset) {
      throw answered(409);
    }
    const taken = offset === 0 ? content.size / 2 : content.size;
    status = { ...status, offset: offset + taken, lines: status.lines + 10 };
    return status;
  });
  const finishImport = jest.fn<
    Promise<ImportStatus>,
    Parameters<MaturityApi['finishImport']>
  >(async ({ step }) => {
    status = { ...status, state: step === 'abort' ? 'aborted' : 'complete' };
    return status;
  });
  const getImport = jest.fn(async () => status);
  const getImports = jest.fn(async () => [status]);
  return {
    ...{ createImport, sendImportContent, finishImport, getImport, getImports },
    moveTo: (offset: number) => {
      status = { ...status, offset };
    },
  };
}

/** A file of so many bytes. */
export const file = (bytes: number, name = 'history.ndjson') =>
  new File([new Uint8Array(bytes)], name);
