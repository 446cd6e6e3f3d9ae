import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { operationsMessages } from './en/operations';

/**
 * Every text of the page for operators, in English; it comes with that page
 * and not with every tab.
 *
 * @remarks
 * Chinese comes with the ref: an app that lists `zh` among its languages needs
 * no further step. An app may override any message with a translation
 * resource of its own.
 *
 * @public
 */
export const operationsTranslationRef = createTranslationRef({
  id: 'plugin.maturity-operations',
  messages: operationsMessages,
  translations: {
    zh: () => import('./zh'),
  },
});
