import { useCallback, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  ImportRefusal,
  ImportStatus,
} from '@devops-scorecards/plugin-maturity-common';
import {
  DialogFrame,
  formatNumber,
  maturityApiRef,
  problemOf,
  QuietButton,
  useDescriptionStyles,
  useLoad,
} from '@devops-scorecards/plugin-maturity-react';
import { useOperationsTexts } from '../../translation';
import { DataTable } from './DataTable';
import { LoadBoundary } from './LoadBoundary';

/** Lines in one answer. */
const PAGE = 100;

/** Which lines of an import were not taken in, and why. */
export function ImportRefusalsDialog(props: {
  of: ImportStatus;
  onClose: () => void;
}) {
  const { of, onClose } = props;
  const { id, name } = of;
  const api = useApi(maturityApiRef);
  const { t, texts } = useOperationsTexts();
  const classes = useDescriptionStyles();
  const [more, setMore] = useState<{ items: ImportRefusal[]; next?: number }>();
  const [problem, setProblem] = useState<string>();
  const load = useCallback(
    (signal: AbortSignal) => api.getImportRefusals({ id, limit: PAGE, signal }),
    [api, id],
  );
  const { state, reload } = useLoad({ load });

  const showMore = async (after: number) => {
    setProblem(undefined);
    try {
      const page = await api.getImportRefusals({ id, after, limit: PAGE });
      setMore(before => ({
        items: [...(before?.items ?? []), ...page.items],
        next: page.next,
      }));
    } catch (error) {
      const { message } = problemOf(error);
      setProblem(t('operations.refused', { message }));
    }
  };
  const count = (value: number) => formatNumber({ value, texts });
  return (
    <DialogFrame title={t('import.reportTitle', { name })} onClose={onClose}>
      <LoadBoundary
        state={state}
        onRetry={() => reload()}
        loading={t('import.reportLoading')}
      >
        {first => {
          const items = [...first.items, ...(more?.items ?? [])];
          const next = more ? more.next : first.next;
          return (
            <>
              <DataTable
                label={t('import.reportTitle', { name })}
                columns={[
                  t('import.line'),
                  t('import.event'),
                  t('import.code'),
                  t('import.why'),
                ]}
              >
                {items.map(refusal => (
                  <tr key={refusal.line}>
                    <th scope="row">{count(refusal.line)}</th>
                    <td>{refusal.id ?? '–'}</td>
                    <td>{refusal.code}</td>
                    <td>{refusal.message}</td>
                  </tr>
                ))}
              </DataTable>
              <div className={classes.actions}>
                <span role="status">
                  {t('import.reportShown', {
                    shown: count(items.length),
                    total: count(first.total),
                  })}
                </span>
                {next !== undefined && (
                  <QuietButton onClick={() => showMore(next)}>
                    {t('import.reportMore')}
                  </QuietButton>
                )}
              </div>
              {problem && (
                <p role="alert" className={classes.alert}>
                  {problem}
                </p>
              )}
            </>
          );
        }}
      </LoadBoundary>
    </DialogFrame>
  );
}
