import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  authProvidersExtensionPoint,
  createProxyAuthProviderFactory,
} from '@backstage/plugin-auth-node';
import { createDemoAuthenticator } from './demoAuthenticator';

const PROVIDER_ID = 'demo';

/**
 * Registers the sign-in provider of the demo users, and only where
 * `auth.providers.demo` is configured.
 */
export const demoSignInModule = createBackendModule({
  pluginId: 'auth',
  moduleId: 'demo-sign-in',
  register(registration) {
    registration.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        providers: authProvidersExtensionPoint,
      },
      async init({ config, logger, providers }) {
        if (!config.getOptionalConfig(`auth.providers.${PROVIDER_ID}`)) {
          return;
        }
        if (process.env.NODE_ENV !== 'development') {
          logger.warn(
            'auth.providers.demo is configured but refused, because NODE_ENV is not development; remove it from the configuration',
          );
        }
        providers.registerProvider({
          providerId: PROVIDER_ID,
          factory: createProxyAuthProviderFactory({
            authenticator: createDemoAuthenticator({
              environment: () => process.env.NODE_ENV,
            }),
            signInResolver: ({ result }, context) =>
              context.signInWithCatalogUser({
                entityRef: result.userEntityRef,
              }),
          }),
        });
      },
    });
  },
});
