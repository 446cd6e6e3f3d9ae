import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, NotAllowedError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';

/** Request header that names the chosen demo user. */
export const DEMO_USER_HEADER = 'x-demo-user';

/** Outcome of a demo sign-in: the entity ref of the chosen user. */
export interface DemoSignIn {
  userEntityRef: string;
}

/**
 * Signs in whichever demo user the page asks for, without a password.
 *
 * @remarks
 *
 * That is only acceptable on the machine of somebody trying the portal out, so
 * it answers 403 unless the process runs in development and the user is listed
 * under `auth.providers.demo.users`. The third lock, that the provider exists
 * only when `auth.providers.demo` is configured, is in `demoSignInModule.ts`.
 *
 * @param options - `environment` is asked on every sign-in for the value of
 * NODE_ENV
 */
export function createDemoAuthenticator(options: {
  environment: () => string | undefined;
}) {
  return createProxyAuthenticator({
    defaultProfileTransform: async ({ userEntityRef }: DemoSignIn) => ({
      profile: { displayName: parseEntityRef(userEntityRef).name },
    }),

    initialize({ config }) {
      const users = config.getStringArray('users').map(normalizedUserRef);
      return { users: new Set(users) };
    },

    async authenticate({ req }, { users }) {
      const environment = options.environment();
      if (environment !== 'development') {
        throw new NotAllowedError(
          `Demo users can sign in only where NODE_ENV is 'development', here it is '${environment}'; configure a real provider under auth.providers and remove auth.providers.demo`,
        );
      }
      const header = req.header(DEMO_USER_HEADER);
      if (!header) {
        throw new InputError(
          `Name a demo user in the ${DEMO_USER_HEADER} header, one of those listed under auth.providers.demo.users`,
        );
      }
      const userEntityRef = normalizedUserRef(header);
      if (!users.has(userEntityRef)) {
        throw new NotAllowedError(
          `'${userEntityRef}' is not a demo user; add it to auth.providers.demo.users to let it sign in`,
        );
      }
      return { result: { userEntityRef } };
    },
  });
}

function normalizedUserRef(ref: string): string {
  return stringifyEntityRef(
    parseEntityRef(ref, { defaultKind: 'user', defaultNamespace: 'default' }),
  );
}
