import { mockApis } from '@backstage/frontend-test-utils';
import { maturityTranslationRef } from '@devops-scorecards/plugin-maturity-react';
import { stabilityTranslationRef, type StabilityTexts } from '../translation';

/** English words with the numbers of a locale, for tests of views. */
export function stabilityTexts(
  locale: StabilityTexts['texts']['locale'] = 'en',
): StabilityTexts {
  const api = mockApis.translation();
  const own = api.getTranslation(stabilityTranslationRef);
  const shared = api.getTranslation(maturityTranslationRef);
  if (!own.ready || !shared.ready) {
    throw new Error('The mock translation is ready from the start');
  }
  return { t: own.t, texts: { t: shared.t, locale } };
}
