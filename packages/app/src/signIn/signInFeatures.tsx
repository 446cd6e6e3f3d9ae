import {
  createFrontendFeatureLoader,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';
import { readDemoUsers } from './readDemoUsers';

const demoSignInModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    SignInPageBlueprint.make({
      params: {
        loader: () => import('./DemoSignInPage').then(m => m.DemoSignInPage),
      },
    }),
  ],
});

/**
 * The sign-in page of the demo users where `app.demoUsers` names some;
 * everywhere else the page that the portal would have anyway.
 */
export const signInFeatures = createFrontendFeatureLoader({
  loader: ({ config }) =>
    readDemoUsers(config).length > 0 ? [demoSignInModule] : [],
});
