export { stabilityTranslationRef } from './stabilityTranslationRef';
export {
  useStabilityTexts,
  type StabilityTexts,
  type StabilityTranslate,
} from './useStabilityTexts';
