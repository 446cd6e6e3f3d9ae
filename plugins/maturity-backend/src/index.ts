/**
 * Backend of the maturity scorecards.
 *
 * @packageDocumentation
 */
export { maturityPlugin as default } from './plugin';
export {
  createMaturityConditionalDecision,
  maturityConditions,
} from './permissions';
