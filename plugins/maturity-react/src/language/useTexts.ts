import { useMemo } from 'react';
import useObservable from 'react-use/esm/useObservable';
import { useApiHolder } from '@backstage/core-plugin-api';
import {
  appLanguageApiRef,
  useTranslationRef,
} from '@backstage/core-plugin-api/alpha';
import { maturityTranslationRef } from '../translation';
import { localeOf, type Texts } from './texts';

const NEVER = { subscribe: () => ({ unsubscribe() {} }) };
const ENGLISH = { language: 'en' };

/**
 * Translations and the data language, following the app's language switch.
 *
 * @public
 */
export function useTexts(): Texts {
  const { t } = useTranslationRef(maturityTranslationRef);
  const languageApi = useApiHolder().get(appLanguageApiRef);
  const changes = useMemo(
    () => languageApi?.language$() ?? NEVER,
    [languageApi],
  );
  const { language } = useObservable(
    changes,
    languageApi?.getLanguage() ?? ENGLISH,
  );
  return useMemo(() => ({ t, locale: localeOf(language) }), [t, language]);
}
