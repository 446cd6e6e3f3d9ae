export { operationsTranslationRef } from './operationsTranslationRef';
export {
  useOperationsTexts,
  type OperationsTexts,
  type OperationsTranslate,
} from './useOperationsTexts';
