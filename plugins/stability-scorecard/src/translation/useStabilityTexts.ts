import { useMemo } from 'react';
import {
  useTranslationRef,
  type TranslationFunction,
} from '@backstage/core-plugin-api/alpha';
import { useTexts, type Texts } from '@devops-scorecards/plugin-maturity-react';
import { stabilityTranslationRef } from './stabilityTranslationRef';

/** Says a text of the stability scorecard in the reader's language. */
export type StabilityTranslate = TranslationFunction<
  (typeof stabilityTranslationRef)['T']
>;

/** What a view of this plugin needs to say something. */
export interface StabilityTexts {
  t: StabilityTranslate;
  /** The words, numbers and language shared with the maturity scorecard. */
  texts: Texts;
}

/** Translations of both, following the app's language switch. */
export function useStabilityTexts(): StabilityTexts {
  const { t } = useTranslationRef(stabilityTranslationRef);
  const texts = useTexts();
  return useMemo(() => ({ t, texts }), [t, texts]);
}
