import { useCallback, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { OperatorName } from '@devops-scorecards/plugin-maturity-common';
import {
  formatDateTime,
  maturityApiRef,
  Panel,
  problemOf,
  QuietButton,
  useDescriptionStyles,
  useLoad,
  useTableStyles,
  useTimeZone,
} from '@devops-scorecards/plugin-maturity-react';
import { useOperationsTexts } from '../../translation';
import { DataTable } from './DataTable';
import { LoadBoundary } from './LoadBoundary';

/** As many names as one request answers. */
const MOST = 500;

/** Names that operators gave entities, to be taken back. */
export function GivenNames(props: {
  /** Changes when a name was given. */
  version: number;
}) {
  const { version } = props;
  const api = useApi(maturityApiRef);
  const { t, texts } = useOperationsTexts();
  const words = useDescriptionStyles();
  const table = useTableStyles();
  const timeZone = useTimeZone();
  const [removing, setRemoving] = useState<number>();
  const [said, setSaid] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const load = useCallback(
    (signal: AbortSignal) => api.getOperatorNames({ limit: MOST, signal }),
    // What was given is read again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [api, version],
  );
  const { state, reload } = useLoad({ load, keep: true });

  const remove = async ({ id, value }: OperatorName) => {
    setRemoving(id);
    setSaid(undefined);
    setProblem(undefined);
    try {
      await api.removeName({ id });
      setSaid(t('given.removed', { name: value }));
      await reload();
    } catch (error) {
      const { message } = problemOf(error);
      setProblem(t('operations.refused', { message }));
    } finally {
      setRemoving(undefined);
    }
  };
  return (
    <Panel title={t('given.title')}>
      <LoadBoundary
        state={state}
        onRetry={() => reload()}
        loading={t('given.loading')}
        height={120}
      >
        {names =>
          names.length === 0 ? (
            <p className={words.text}>{t('given.none')}</p>
          ) : (
            <DataTable
              label={t('given.title')}
              whole
              columns={[
                t('given.name'),
                t('given.entity'),
                t('given.since'),
                t('given.remove'),
              ]}
            >
              {names.map(name => (
                <tr key={name.id}>
                  <th scope="row">
                    <code>{name.value}</code>{' '}
                    <span className={table.mark}>{name.scheme}</span>
                  </th>
                  <td>
                    {name.gone ? (
                      <>
                        {name.entityRef}{' '}
                        <span className={table.mark}>{t('given.gone')}</span>
                      </>
                    ) : (
                      <EntityRefLink
                        entityRef={name.entityRef}
                        defaultKind="component"
                      />
                    )}
                  </td>
                  <td>{formatDateTime({ at: name.since, texts, timeZone })}</td>
                  <td>
                    <QuietButton
                      label={t('given.removeLabel', {
                        name: name.value,
                        entity: name.entityRef,
                      })}
                      disabled={removing !== undefined}
                      onClick={() => remove(name)}
                    >
                      {t('given.remove')}
                    </QuietButton>
                  </td>
                </tr>
              ))}
            </DataTable>
          )
        }
      </LoadBoundary>
      <div role="status" className={words.hint}>
        {said}
      </div>
      {problem && (
        <p role="alert" className={words.alert}>
          {problem}
        </p>
      )}
    </Panel>
  );
}
