export { createPulls } from './createPulls';
export { PullService } from './PullService';
