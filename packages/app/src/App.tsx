import { createApp } from '@backstage/frontend-defaults';
import { languageModule } from './language';
import { navigationModule } from './navigation';
import { signInFeatures } from './signIn';

/** The portal. Plugins are discovered from the dependencies of this package. */
export const app = createApp({
  features: [languageModule, navigationModule, signInFeatures],
});
