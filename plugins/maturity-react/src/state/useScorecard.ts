import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type {
  EpochMs,
  Scorecard,
  ScorecardKind,
} from '@devops-scorecards/plugin-maturity-common';
import { maturityApiRef } from '../api';
import type { LoadState } from './loadState';
import { useLoad } from './useLoad';

/** Milliseconds between looks at the scorecard while its page is visible. */
const POLL = 5_000;

/** Which scorecard, and as of when. @public */
export interface UseScorecardOptions {
  entityRef: string;
  /** Default: the primary model of the scorecard. */
  model?: string;
  /** Default: `maturity`. */
  scorecard?: ScorecardKind;
  /** Absent: now, kept current. */
  asOf?: EpochMs;
}

/**
 * One of the scorecards of an entity, kept current while somebody looks at it.
 * One of the past stands still.
 *
 * @public
 */
export function useScorecard(options: UseScorecardOptions): {
  state: LoadState<Scorecard>;
  /** Has the entity assessed now. */
  refresh: () => void;
  /** Reads what is stored. */
  retry: () => void;
} {
  const { entityRef, model, scorecard, asOf } = options;
  const api = useApi(maturityApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getScorecard({ entityRef, model, scorecard, asOf, signal }),
    [api, entityRef, model, scorecard, asOf],
  );
  const { state, reload } = useLoad({
    load,
    every: asOf === undefined ? POLL : undefined,
  });
  const refresh = useCallback(() => {
    reload(signal => api.refresh({ entityRef, model, scorecard, signal }));
  }, [api, entityRef, model, scorecard, reload]);
  const retry = useCallback(() => {
    reload();
  }, [reload]);
  return { state, refresh, retry };
}
