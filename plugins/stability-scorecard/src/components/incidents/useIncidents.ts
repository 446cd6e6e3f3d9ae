import { useCallback } from 'react';
import { useApi } from '@backstage/core-plugin-api';
import type { IncidentRecord } from '@devops-scorecards/plugin-maturity-common';
import {
  maturityApiRef,
  useLoad,
  type LoadState,
} from '@devops-scorecards/plugin-maturity-react';
import type { PageContext } from '../page/pageContext';

/** As many as one request answers. */
export const MOST_INCIDENTS = 500;

/** Faults that began in the window or are still open, again when the scorecard changes. */
export function useIncidents(
  page: Pick<PageContext, 'entityRef' | 'fingerprint' | 'window' | 'asOf'>,
): { state: LoadState<IncidentRecord[]>; retry: () => void } {
  const { entityRef, fingerprint, window, asOf } = page;
  const { from, to } = window ?? {};
  const api = useApi(maturityApiRef);
  const load = useCallback(
    (signal: AbortSignal) =>
      api.getIncidents({
        entityRef,
        window:
          from === undefined || to === undefined ? undefined : { from, to },
        asOf,
        limit: MOST_INCIDENTS,
        signal,
      }),
    // A new result comes with new incidents.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [api, entityRef, fingerprint, from, to, asOf],
  );
  const { state, reload } = useLoad({ load, keep: true });
  const retry = useCallback(() => {
    reload();
  }, [reload]);
  return { state, retry };
}
