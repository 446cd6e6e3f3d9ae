import { createTranslationRef } from '@backstage/core-plugin-api/alpha';
import { availabilityMessages } from './en/availability';
import { incidentsMessages } from './en/incidents';
import { pageMessages } from './en/page';
import { reportMessages } from './en/report';

/**
 * Every text that only the stability scorecard says, in English; what it shares
 * with the maturity scorecard comes with that of maturity-react.
 *
 * @remarks
 * Chinese comes with the ref: an app that lists `zh` among its languages needs
 * no further step. An app may override any message with a translation
 * resource of its own.
 *
 * @public
 */
export const stabilityTranslationRef = createTranslationRef({
  id: 'plugin.stability-scorecard',
  messages: {
    ...pageMessages,
    ...availabilityMessages,
    ...incidentsMessages,
    ...reportMessages,
  },
  translations: {
    zh: () => import('./zh'),
  },
});
