import type { TranslationFunction } from '@backstage/core-plugin-api/alpha';
import type { LocalizedText } from '@devops-scorecards/plugin-maturity-common';
import { maturityTranslationRef } from '../translation';

/** Languages that the product's own data comes in. @public */
export type Locale = 'en' | 'zh-CN';

/**
 * What a view needs to say something in the reader's language.
 *
 * @public
 */
export interface Texts {
  t: TranslationFunction<(typeof maturityTranslationRef)['T']>;
  locale: Locale;
}

/**
 * The data language for an app language: any `zh*` reads Chinese, everything
 * else English.
 *
 * @public
 */
export function localeOf(language: string): Locale {
  return language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

/** The text in the reader's language. @public */
export function pickText(texts: Texts, text: LocalizedText): string {
  return text[texts.locale] || text.en;
}
