import { IdentityApi } from '@backstage/core-plugin-api';

/** The same identity, which runs `forget` when the user signs out. */
export function forgettingIdentity(options: {
  identity: IdentityApi;
  forget: () => void;
}): IdentityApi {
  const { identity, forget } = options;
  return {
    getProfileInfo: () => identity.getProfileInfo(),
    getBackstageIdentity: () => identity.getBackstageIdentity(),
    getCredentials: () => identity.getCredentials(),
    async signOut() {
      forget();
      await identity.signOut();
    },
  };
}
