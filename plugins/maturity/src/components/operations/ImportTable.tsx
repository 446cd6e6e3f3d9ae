import { useRef, useState } from 'react';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import type { ImportStatus } from '@devops-scorecards/plugin-maturity-common';
import {
  formatDateTime,
  formatNumber,
  maturityApiRef,
  problemOf,
  QuietButton,
  useDescriptionStyles,
  useTableStyles,
  useTimeZone,
} from '@devops-scorecards/plugin-maturity-react';
import { useOperationsTexts } from '../../translation';
import { DataTable } from './DataTable';
import { ImportRefusalsDialog } from './ImportRefusalsDialog';
import { megabytes } from './megabytes';
import type { Upload } from './useUpload';

const useStyles = makeStyles({ progress: { minWidth: 120 } });

/** Files of history, the newest first, with what can be done about each. */
export function ImportTable(props: {
  imports: ImportStatus[];
  upload: Upload;
  onChanged: () => void;
}) {
  const { imports, upload, onChanged } = props;
  const api = useApi(maturityApiRef);
  const { t } = useOperationsTexts();
  const words = useDescriptionStyles();
  const chooser = useRef<HTMLInputElement>(null);
  const [resumed, setResumed] = useState<ImportStatus>();
  const [shown, setShown] = useState<ImportStatus>();
  const [problem, setProblem] = useState<string>();

  const resume = (from: ImportStatus) => {
    setResumed(from);
    setProblem(undefined);
    chooser.current?.click();
  };
  const goOn = (file: File | undefined) => {
    if (!file || !resumed) {
      return;
    }
    const { totalBytes } = resumed;
    if (totalBytes !== undefined && totalBytes !== file.size) {
      setProblem(t('import.otherFile', { size: String(totalBytes) }));
      return;
    }
    upload.resume({ file, from: resumed });
  };
  const end = async (one: ImportStatus) => {
    setProblem(undefined);
    try {
      await api.finishImport({ id: one.id, step: 'abort' });
      onChanged();
    } catch (error) {
      const { message } = problemOf(error);
      setProblem(t('operations.refused', { message }));
    }
  };
  return (
    <>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={t('import.resume')}
        onChange={event => {
          goOn(event.target.files?.[0]);
          // The same file may be chosen again.
          event.target.value = '';
        }}
      />
      {problem && (
        <p role="alert" className={words.alert}>
          {problem}
        </p>
      )}
      <DataTable
        label={t('import.table')}
        whole
        columns={[
          t('import.name'),
          t('import.state'),
          t('import.progress'),
          t('import.stored'),
          t('import.duplicates'),
          t('import.unmapped'),
          t('import.refused'),
          t('import.updated'),
        ]}
      >
        {imports.map(one => (
          <ImportRow
            key={one.id}
            one={one}
            busy={upload.state.status === 'sending'}
            onResume={() => resume(one)}
            onEnd={() => end(one)}
            onReport={() => setShown(one)}
          />
        ))}
      </DataTable>
      {shown && (
        <ImportRefusalsDialog of={shown} onClose={() => setShown(undefined)} />
      )}
    </>
  );
}

function ImportRow(props: {
  one: ImportStatus;
  busy: boolean;
  onResume: () => void;
  onEnd: () => void;
  onReport: () => void;
}) {
  const { one, busy, onResume, onEnd, onReport } = props;
  const { name, source, state, offset, totalBytes, refused } = one;
  const { t, texts } = useOperationsTexts();
  const classes = useStyles();
  const table = useTableStyles();
  const timeZone = useTimeZone();
  const count = (value: number) => formatNumber({ value, texts });
  return (
    <tr>
      <th scope="row">
        {name} <span className={table.mark}>{source}</span>
      </th>
      <td>
        {t(`import.${state}`)}
        {state === 'open' && !busy && (
          <div>
            <QuietButton
              label={t('import.resumeLabel', { name })}
              onClick={onResume}
            >
              {t('import.resume')}
            </QuietButton>{' '}
            <QuietButton label={t('import.endLabel', { name })} onClick={onEnd}>
              {t('import.end')}
            </QuietButton>
          </div>
        )}
      </td>
      <td className={classes.progress}>
        {state === 'open' && totalBytes ? (
          <>
            <LinearProgress
              variant="determinate"
              value={(100 * offset) / totalBytes}
              aria-label={t('import.progressOf', { name })}
            />
            {t('import.done', {
              done: megabytes(offset, texts),
              total: megabytes(totalBytes, texts),
            })}
          </>
        ) : (
          t('import.doneOnly', { done: megabytes(offset, texts) })
        )}
      </td>
      <td>{count(one.stored)}</td>
      <td>{count(one.duplicates)}</td>
      <td>{count(one.unmapped)}</td>
      <td>
        {count(refused)}
        {refused > 0 && (
          <div>
            <QuietButton
              label={t('import.reportLabel', { name })}
              onClick={onReport}
            >
              {t('import.report')}
            </QuietButton>
          </div>
        )}
      </td>
      <td>{formatDateTime({ at: one.updatedAt, texts, timeZone })}</td>
    </tr>
  );
}
