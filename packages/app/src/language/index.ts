export { languageModule } from './languageModule';
export { LanguageSwitch } from './LanguageSwitch';
export { portalTranslationRef } from './portalTranslationRef';
