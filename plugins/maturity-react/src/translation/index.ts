export { maturityTranslationRef } from './maturityTranslationRef';
