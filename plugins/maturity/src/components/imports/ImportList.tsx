import type {
  EpochMs,
  ImportStatus,
} from '@devops-scorecards/plugin-maturity-common';
import {
  Notice,
  Skeleton,
  StateBoundary,
  useDescriptionStyles,
  useTexts,
  type LoadState,
} from '@devops-scorecards/plugin-maturity-react';
import { ImportItem } from './ImportItem';
import { withProgress } from './withProgress';

/** The imports as of a time. */
export interface ListedImports {
  imports: ImportStatus[];
  /** When the list was read. */
  now: EpochMs;
}

/** Imports that came or are on their way, the newest first. */
export function ImportList(props: {
  state: LoadState<ListedImports>;
  /** The one that this page sends, or sent last. */
  sent: ImportStatus | undefined;
  onReload: () => void;
}) {
  const { state, sent, onReload } = props;
  const { t } = useTexts();
  const classes = useDescriptionStyles();
  if (state.status === 'failed') {
    return (
      <Notice
        urgent
        title={t('imports.errorTitle')}
        text={t('imports.errorText', { message: state.problem.message })}
        onRetry={onReload}
      />
    );
  }
  return (
    <>
      <h4 className={classes.heading}>{t('imports.listTitle')}</h4>
      {state.status === 'ready' && state.problem && (
        <p role="alert" className={classes.alert}>
          {t('imports.notRefreshed', { message: state.problem.message })}
        </p>
      )}
      <StateBoundary
        state={state}
        skeleton={<Skeleton height={160} />}
        onRetry={onReload}
        loading={t('imports.loading')}
      >
        {({ imports, now }) => {
          const all = withProgress(imports, sent);
          return all.length === 0 ? (
            <p className={classes.text}>{t('imports.none')}</p>
          ) : (
            <ul
              className={classes.plainList}
              aria-label={t('imports.listTitle')}
            >
              {all.map(one => (
                <ImportItem
                  key={one.id}
                  status={one}
                  now={now}
                  isHere={one.id === sent?.id}
                  onChanged={onReload}
                />
              ))}
            </ul>
          );
        }}
      </StateBoundary>
    </>
  );
}
