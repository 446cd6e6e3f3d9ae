import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { decisionsMessages } from './en/decisions';
import { factsMessages } from './en/facts';
import { importsMessages } from './en/imports';
import { measurementsMessages } from './en/measurements';
import { pagesMessages } from './en/pages';
import { scorecardMessages } from './en/scorecard';
import { setupMessages } from './en/setup';
import { trendsMessages } from './en/trends';

/**
 * Every text of the suite's pages, in English.
 *
 * @remarks
 * Chinese comes with the ref: an app that lists `zh` among its languages needs
 * no further step. An app may override any message with a translation
 * resource of its own.
 *
 * @public
 */
export const maturityTranslationRef = createTranslationRef({
  id: 'plugin.maturity',
  messages: {
    ...scorecardMessages,
    ...importsMessages,
    ...measurementsMessages,
    ...factsMessages,
    ...trendsMessages,
    ...decisionsMessages,
    ...pagesMessages,
    ...setupMessages,
  },
  translations: {
    zh: () => import('./zh'),
  },
});
