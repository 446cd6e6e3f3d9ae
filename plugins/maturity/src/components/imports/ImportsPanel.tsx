import { useCallback, useEffect, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  maturityApiRef,
  Notice,
  Panel,
  useDescriptionStyles,
  useDocsUrl,
  useLoad,
  useTexts,
} from '@devops-scorecards/plugin-maturity-react';
import { FileImportProgress, isResumable } from './FileImportProgress';
import { ImportForm } from './ImportForm';
import { ImportList, type ListedImports } from './ImportList';
import { useFileImport, type FileImport } from './useFileImport';

/** Milliseconds between looks while an import is open and the page visible. */
const POLL = 5_000;

/** Options of {@link ImportsPanel}. */
export interface ImportsPanelProps {
  /** Names of the sources that history can be imported of. */
  sources: readonly string[];
  /**
   * Of `useFileImport`, called where it outlives this panel, such as above
   * tabs. Absent: sending rests when the panel is left.
   */
  fileImport?: FileImport;
}

/** Brings in files of history, and shows those that came or are on their way. */
export function ImportsPanel(props: ImportsPanelProps) {
  const { sources } = props;
  const api = useApi(maturityApiRef);
  const { t } = useTexts();
  const own = useFileImport();
  const fileImport = props.fileImport ?? own;
  const [anyOpen, setAnyOpen] = useState(false);
  const load = useCallback(
    async (signal: AbortSignal): Promise<ListedImports> => {
      const imports = await api.getImports({ signal });
      return { imports, now: Date.now() };
    },
    [api],
  );
  const { state, reload } = useLoad({
    load,
    every: anyOpen ? POLL : undefined,
  });
  const imports = state.status === 'ready' ? state.value.imports : undefined;
  useEffect(() => {
    setAnyOpen(imports?.some(one => one.state === 'open') ?? false);
  }, [imports]);

  // It is listed as soon as it is begun, and as it has ended.
  const sent = fileImport.state.status;
  const turn = sent && `${sent.id} ${sent.state}`;
  useEffect(() => {
    if (turn) {
      reload();
    }
  }, [turn, reload]);

  if (state.status === 'failed' && state.problem.kind === 'forbidden') {
    return (
      <Notice
        title={t('imports.forbiddenTitle')}
        text={t('imports.forbiddenText')}
      />
    );
  }
  return (
    <Panel title={t('imports.title')}>
      <Intro />
      <NewImport sources={sources} fileImport={fileImport} />
      <ImportList state={state} sent={sent} onReload={() => reload()} />
    </Panel>
  );
}

function Intro() {
  const { t } = useTexts();
  const docs = useDocsUrl();
  const classes = useDescriptionStyles();
  return (
    <p className={classes.text}>
      {t('imports.intro')}{' '}
      <a
        className={classes.link}
        href={`${docs}/events/import.md`}
        target="_blank"
        rel="noopener noreferrer"
      >
        {t('imports.docs')} {t('measurement.newTab')}
      </a>
    </p>
  );
}

function NewImport(props: {
  sources: readonly string[];
  fileImport: FileImport;
}) {
  const { sources, fileImport } = props;
  const { phase } = fileImport.state;
  const { t } = useTexts();
  const classes = useDescriptionStyles();
  const isOver =
    ['idle', 'ended', 'failed'].includes(phase) &&
    !isResumable(fileImport.state);
  return (
    <>
      {sources.length === 0 ? (
        <p className={classes.text}>{t('imports.noSources')}</p>
      ) : (
        <ImportForm
          sources={sources}
          disabled={!isOver}
          onImport={fileImport.start}
        />
      )}
      <FileImportProgress fileImport={fileImport} />
    </>
  );
}
