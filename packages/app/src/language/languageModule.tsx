import {
  AppRootElementBlueprint,
  createFrontendModule,
  createTranslationResource,
} from '@backstage/frontend-plugin-api';
import { TranslationBlueprint } from '@backstage/plugin-app-react';
import { catalogReactTranslationRef } from '@backstage/plugin-catalog-react/alpha';
import { catalogTranslationRef } from '@backstage/plugin-catalog/alpha';
import { searchTranslationRef } from '@backstage/plugin-search/alpha';
import { DocumentLanguage } from './DocumentLanguage';
import { portalTranslationRef } from './portalTranslationRef';

/**
 * The portal's own words in both languages, those of the catalog and the
 * search in Chinese, and the document's language.
 */
export const languageModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    TranslationBlueprint.make({
      name: 'portal',
      params: {
        resource: createTranslationResource({
          ref: portalTranslationRef,
          translations: { zh: () => import('./portalTranslationZh') },
        }),
      },
    }),
    TranslationBlueprint.make({
      name: 'catalog',
      params: {
        resource: createTranslationResource({
          ref: catalogTranslationRef,
          translations: { zh: () => import('./catalogTranslationZh') },
        }),
      },
    }),
    TranslationBlueprint.make({
      name: 'catalog-react',
      params: {
        resource: createTranslationResource({
          ref: catalogReactTranslationRef,
          translations: { zh: () => import('./catalogReactTranslationZh') },
        }),
      },
    }),
    TranslationBlueprint.make({
      name: 'search',
      params: {
        resource: createTranslationResource({
          ref: searchTranslationRef,
          translations: { zh: () => import('./searchTranslationZh') },
        }),
      },
    }),
    AppRootElementBlueprint.make({
      name: 'document-language',
      params: { element: <DocumentLanguage /> },
    }),
  ],
});
