import { useCallback, useState } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  ImportRefusal,
  ImportStatus,
} from '@devops-scorecards/plugin-maturity-common';
import {
  formatNumber,
  maturityApiRef,
  problemOf,
  QuietButton,
  Skeleton,
  StateBoundary,
  useDescriptionStyles,
  useLoad,
  useTableStyles,
  useTexts,
} from '@devops-scorecards/plugin-maturity-react';
import { RefusalsDownload } from './RefusalsDownload';

/** Lines that are shown at once. */
const PAGE = 100;

/** Of more, the portal keeps the first ones. */
const KEPT = 10_000;

/** Which lines of an import were not taken in, and why. */
export function ImportRefusals(props: { of: ImportStatus }) {
  const { id } = props.of;
  const api = useApi(maturityApiRef);
  const { t } = useTexts();
  const classes = useDescriptionStyles();
  const load = useCallback(
    (signal: AbortSignal) => api.getImportRefusals({ id, limit: PAGE, signal }),
    [api, id],
  );
  const { state, reload } = useLoad({ load });
  if (state.status === 'failed') {
    const { message } = state.problem;
    return (
      <div role="alert" className={classes.alert}>
        {t('imports.refusalsFailed', { message })}{' '}
        <QuietButton onClick={() => reload()}>{t('imports.retry')}</QuietButton>
      </div>
    );
  }
  return (
    <StateBoundary
      state={state}
      skeleton={<Skeleton height={120} />}
      onRetry={() => reload()}
      loading={t('imports.refusalsLoading')}
    >
      {({ items }) => <RefusalPages of={props.of} first={items} />}
    </StateBoundary>
  );
}

function RefusalPages(props: { of: ImportStatus; first: ImportRefusal[] }) {
  const { of, first } = props;
  const { id, refused } = of;
  const api = useApi(maturityApiRef);
  const texts = useTexts();
  const { t } = texts;
  const classes = useDescriptionStyles();
  const [more, setMore] = useState<ImportRefusal[]>([]);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const items = [...first, ...more];
  const count = (value: number) => formatNumber({ value, texts });

  const showMore = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      const after = items[items.length - 1]?.line ?? 0;
      const page = await api.getImportRefusals({ id, after, limit: PAGE });
      setMore(before => [...before, ...page.items]);
    } catch (error) {
      setProblem(problemOf(error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <RefusalTable of={of} items={items} />
      {problem && (
        <p role="alert" className={classes.alert}>
          {t('imports.refusalsFailed', { message: problem })}
        </p>
      )}
      <div className={classes.actions}>
        <span role="status" className={classes.hint}>
          {t('imports.shown', {
            shown: count(items.length),
            total: count(refused),
          })}{' '}
          {refused > KEPT && t('imports.kept', { n: count(KEPT) })}
        </span>
        {/* While it is under way, lines come behind those that are shown. */}
        {items.length < Math.min(refused, KEPT) && (
          <QuietButton onClick={() => !busy && showMore()}>
            {t('imports.more')}
          </QuietButton>
        )}
        <RefusalsDownload of={of} />
      </div>
    </>
  );
}

function RefusalTable(props: { of: ImportStatus; items: ImportRefusal[] }) {
  const { of, items } = props;
  const texts = useTexts();
  const { t } = texts;
  const classes = useTableStyles();
  const label = t('imports.refusalsLabel', {
    name: of.name,
    n: formatNumber({ value: of.refused, texts }),
  });
  return (
    <div
      className={classes.scroll}
      role="group"
      aria-label={label}
      // What scrolls must be reachable from the keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('imports.line')}</th>
            <th scope="col">{t('imports.event')}</th>
            <th scope="col">{t('imports.code')}</th>
            <th scope="col">{t('imports.message')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ line, id, code, message }) => (
            <tr key={line}>
              <th scope="row">{formatNumber({ value: line, texts })}</th>
              <td>{id ?? '–'}</td>
              <td>{code}</td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
