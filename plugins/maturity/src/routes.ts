import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { createRouteRef } from '@backstage/core-plugin-api';

/** The entity's maturity tab. @public */
export const rootRouteRef = createRouteRef({ id: 'maturity' });

/** What of the tab can be linked to. */
export interface DeepLink {
  /** Model shown, where it is not the primary one. */
  model?: string;
  /** Criterion opened in the ladder. */
  criterion?: string;
}

/** The tab's state in the address: `?model=`, `?open=`. */
export function useDeepLink(): DeepLink & {
  follow: (change: DeepLink) => void;
} {
  const [params, setParams] = useSearchParams();
  const follow = useCallback(
    (change: DeepLink) =>
      setParams(
        before => {
          const after = new URLSearchParams(before);
          for (const [key, value] of [
            ['model', change.model],
            ['open', change.criterion],
          ] as const) {
            if (value) {
              after.set(key, value);
            } else {
              after.delete(key);
            }
          }
          return after;
        },
        { replace: true },
      ),
    [setParams],
  );
  return {
    model: params.get('model') ?? undefined,
    criterion: params.get('open') ?? undefined,
    follow,
  };
}
