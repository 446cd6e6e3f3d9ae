export { VerdictIcon } from './VerdictIcon';
