import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import {
  maturityApiRef,
  useLoad,
  type LoadState,
} from '@devops-scorecards/plugin-maturity-react';
import type { Scorecard } from '@devops-scorecards/plugin-maturity-common';

/** Milliseconds between looks at the scorecard while its page is visible. */
const POLL = 15_000;

/** The scorecard of an entity, kept current while somebody looks at it. */
export function useScorecard(options: { entityRef: string; model?: string }): {
  state: LoadState<Scorecard>;
  /** Has the entity assessed now. */
  refresh: () => void;
  /** Reads what is stored. */
  retry: () => void;
} {
  const { entityRef, model } = options;
  const api = useApi(maturityApiRef);
  const load = useCallback(
    (signal: AbortSignal) => api.getScorecard({ entityRef, model, signal }),
    [api, entityRef, model],
  );
  const { state, reload } = useLoad({ load, every: POLL });
  const refresh = useCallback(() => {
    reload(signal => api.refresh({ entityRef, model, signal }));
  }, [api, entityRef, model, reload]);
  const retry = useCallback(() => {
    reload();
  }, [reload]);
  return { state, refresh, retry };
}
