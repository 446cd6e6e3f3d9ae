import { useCallback } from 'react';
import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useLoad } from '../../state';

/**
 * Entity ref of whoever looks at the page; undefined until it is known.
 *
 * @public
 */
export function useViewer(): string | undefined {
  const identity = useApi(identityApiRef);
  const { state } = useLoad({
    load: useCallback(
      async () => (await identity.getBackstageIdentity()).userEntityRef,
      [identity],
    ),
  });
  return state.status === 'ready' ? state.value : undefined;
}
