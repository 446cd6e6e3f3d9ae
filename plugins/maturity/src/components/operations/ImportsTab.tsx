import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { SourceStatus } from '@devops-scorecards/plugin-maturity-common';
import {
  maturityApiRef,
  Panel,
  useDescriptionStyles,
  useLoad,
} from '@devops-scorecards/plugin-maturity-react';
import { useOperationsTexts } from '../../translation';
import { ImportTable } from './ImportTable';
import { ImportUpload } from './ImportUpload';
import { LoadBoundary } from './LoadBoundary';
import type { Upload } from './useUpload';

/** Imports that are listed. */
const MOST = 50;

/** Milliseconds between looks while the page is visible. */
const POLL = 10_000;

/** History on its way in: what came, and a file to send. */
export function ImportsTab(props: { sources: SourceStatus[]; upload: Upload }) {
  const { sources, upload } = props;
  const { version } = upload;
  const api = useApi(maturityApiRef);
  const { t } = useOperationsTexts();
  const classes = useDescriptionStyles();
  const load = useCallback(
    (signal: AbortSignal) => api.getImports({ limit: MOST, signal }),
    // Read again with every piece.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [api, version],
  );
  const { state, reload } = useLoad({ load, every: POLL, keep: true });
  return (
    <>
      <Panel title={t('import.upload')}>
        <p className={classes.text}>{t('import.intro')}</p>
        <ImportUpload sources={sources} upload={upload} />
      </Panel>
      <Panel title={t('import.title')}>
        <LoadBoundary
          state={state}
          onRetry={() => reload()}
          loading={t('import.loading')}
        >
          {imports =>
            imports.length === 0 ? (
              <p className={classes.text}>{t('import.none')}</p>
            ) : (
              <ImportTable
                imports={imports}
                upload={upload}
                onChanged={() => reload()}
              />
            )
          }
        </LoadBoundary>
      </Panel>
    </>
  );
}
