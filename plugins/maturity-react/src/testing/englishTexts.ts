import { mockApis } from '@backstage/frontend-test-utils';
import type { Locale, Texts } from '../language';
import { maturityTranslationRef } from '../translation';

/** English words with the numbers of a locale, for tests of views. */
export function englishTexts(locale: Locale = 'en'): Texts {
  const snapshot = mockApis
    .translation()
    .getTranslation(maturityTranslationRef);
  if (!snapshot.ready) {
    throw new Error('The mock translation is ready from the start');
  }
  return { t: snapshot.t, locale };
}
