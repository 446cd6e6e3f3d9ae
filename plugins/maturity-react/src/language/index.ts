export { localeOf, pickText, type Locale, type Texts } from './texts';
export { useTexts } from './useTexts';
export { useTimeZone } from './useTimeZone';
