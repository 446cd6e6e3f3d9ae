import { operationsMessages } from './zh/operations';

/** Every message of {@link operationsTranslationRef} in Chinese. */
export default operationsMessages;
