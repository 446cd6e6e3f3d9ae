import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { EntitySetup } from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '../../api';
import { useTexts } from '../../language';
import { useLoad } from '../../state';
import { DialogFrame } from '../dialogs/DialogFrame';
import { useDescriptionStyles } from '../page/useDescriptionStyles';
import { Notice, Skeleton, StateBoundary } from '../state';
import { SetupKinds } from './SetupKinds';
import { SetupNames } from './SetupNames';
import { SetupSourceItem } from './SetupSourceItem';

/** Options of {@link SetupDialog}. */
export interface SetupDialogProps {
  entityRef: string;
  timeZone: string;
  onClose: () => void;
}

/** Where the data of an entity comes from, and what to do where none does. */
export function SetupDialog(props: SetupDialogProps) {
  const { entityRef, timeZone, onClose } = props;
  const api = useApi(maturityApiRef);
  const { t } = useTexts();
  const load = useCallback(
    (signal: AbortSignal) => api.getSetup({ entityRef, signal }),
    [api, entityRef],
  );
  const { state, reload } = useLoad({ load });
  return (
    <DialogFrame title={t('setup.title')} onClose={onClose}>
      {state.status === 'failed' ? (
        <SetupProblem problem={state.problem} onRetry={() => reload()} />
      ) : (
        <StateBoundary
          state={state}
          skeleton={<Skeleton height={420} />}
          onRetry={() => reload()}
          loading={t('setup.loading')}
        >
          {setup => <SetupBody setup={setup} timeZone={timeZone} />}
        </StateBoundary>
      )}
    </DialogFrame>
  );
}

function SetupProblem(props: {
  problem: { kind: string; message: string };
  onRetry: () => void;
}) {
  const { problem, onRetry } = props;
  const { t } = useTexts();
  return problem.kind === 'forbidden' ? (
    <Notice title={t('setup.forbiddenTitle')} text={t('setup.forbiddenText')} />
  ) : (
    <Notice
      urgent
      title={t('setup.failedTitle')}
      text={t('setup.failedText', { message: problem.message })}
      onRetry={onRetry}
    />
  );
}

function SetupBody(props: { setup: EntitySetup; timeZone: string }) {
  const { setup, timeZone } = props;
  const { entityRef } = setup;
  const { t } = useTexts();
  const words = useDescriptionStyles();
  return (
    <>
      <p className={words.text}>{t('setup.intro')}</p>
      <h3 className={words.heading}>{t('setup.kinds')}</h3>
      <SetupKinds setup={setup} timeZone={timeZone} />
      <h3 className={words.heading}>{t('setup.sources')}</h3>
      {setup.sources.length === 0 ? (
        <p className={words.text}>{t('setup.noSources')}</p>
      ) : (
        <ul className={words.plainList}>
          {setup.sources.map(source => (
            <SetupSourceItem
              key={source.source}
              entityRef={entityRef}
              source={source}
              setup={setup}
              timeZone={timeZone}
            />
          ))}
        </ul>
      )}
      <h3 className={words.heading}>{t('setup.names')}</h3>
      <SetupNames setup={setup} />
    </>
  );
}
