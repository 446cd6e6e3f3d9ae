import { useEffect } from 'react';
import { useLanguage } from './useLanguage';

// The portal's ids name the language only; screen readers and fonts want to
// know that the characters are the simplified ones.
const TAGS: Record<string, string> = { zh: 'zh-CN' };

/**
 * Keeps the `lang` attribute of the document in step with the chosen language,
 * so that screen readers pronounce and browsers hyphenate correctly.
 */
export function DocumentLanguage() {
  const language = useLanguage();

  useEffect(() => {
    document.documentElement.lang = TAGS[language] ?? language;
  }, [language]);

  return null;
}
