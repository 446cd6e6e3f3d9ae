import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';

/** What of a tab can be linked to. @public */
export interface DeepLink {
  /** Model shown, where it is not the primary one. */
  model?: string;
  /** Criterion opened on the page. */
  criterion?: string;
  /** ISO instant that the page is about; absent: now. */
  asOf?: string;
}

const PARAMETERS: Record<keyof DeepLink, string> = {
  model: 'model',
  criterion: 'open',
  asOf: 'asOf',
};

/** A tab's state in the address: `?model=`, `?open=`, `?asOf=`. @public */
export function useDeepLink(): DeepLink & {
  /** Changes what is given; `undefined` takes it out of the address. */
  follow: (change: DeepLink) => void;
} {
  const [params, setParams] = useSearchParams();
  const follow = useCallback(
    (change: DeepLink) =>
      setParams(
        before => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(change)) {
            const parameter = PARAMETERS[name as keyof DeepLink];
            if (value) {
              after.set(parameter, value);
            } else {
              after.delete(parameter);
            }
          }
          return after;
        },
        { replace: true },
      ),
    [setParams],
  );
  return {
    model: params.get(PARAMETERS.model) ?? undefined,
    criterion: params.get(PARAMETERS.criterion) ?? undefined,
    asOf: params.get(PARAMETERS.asOf) ?? undefined,
    follow,
  };
}
