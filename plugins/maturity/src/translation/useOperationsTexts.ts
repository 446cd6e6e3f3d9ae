import { useMemo } from 'react';
import {
  useTranslationRef,
  type TranslationFunction,
} from '@backstage/core-plugin-api/alpha';
import { useTexts, type Texts } from '@devops-scorecards/plugin-maturity-react';
import { operationsTranslationRef } from './operationsTranslationRef';

/** Says a text of the page for operators in the reader's language. */
export type OperationsTranslate = TranslationFunction<
  (typeof operationsTranslationRef)['T']
>;

/** What a view of the page for operators needs to say something. */
export interface OperationsTexts {
  t: OperationsTranslate;
  /** The words, numbers and language shared with the scorecards. */
  texts: Texts;
}

/** Translations of both, following the app's language switch. */
export function useOperationsTexts(): OperationsTexts {
  const { t } = useTranslationRef(operationsTranslationRef);
  const texts = useTexts();
  return useMemo(() => ({ t, texts }), [t, texts]);
}
