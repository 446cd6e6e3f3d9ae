export { ExplainSentence } from './ExplainSentence';
