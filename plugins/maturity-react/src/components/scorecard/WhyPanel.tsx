import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import { maturityApiRef } from '../../api';
import { useTexts } from '../../language';
import { useLoad } from '../../state';
import { ExplainSentence } from '../explain';
import { Panel } from '../page';
import { Skeleton, StateBoundary } from '../state';

/** Why the level is what it is. @public */
export function WhyPanel(props: {
  entityRef: string;
  model: string;
  timeZone: string;
  /** Changes when the scorecard's result does. */
  fingerprint: string;
}) {
  const { entityRef, model, timeZone, fingerprint } = props;
  const api = useApi(maturityApiRef);
  const { t } = useTexts();
  const load = useCallback(
    (signal: AbortSignal) => api.explain({ entityRef, model, signal }),
    // A new result has a new explanation.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [api, entityRef, model, fingerprint],
  );
  const { state, reload } = useLoad({ load, keep: true });
  return (
    <Panel title={t('explain.title')}>
      <StateBoundary
        state={state}
        skeleton={<Skeleton height={64} />}
        onRetry={reload}
      >
        {explanation => (
          <ExplainSentence explanation={explanation} timeZone={timeZone} />
        )}
      </StateBoundary>
    </Panel>
  );
}
