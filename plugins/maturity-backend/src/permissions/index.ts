export { applyCriteria } from './applyCriteria';
export { audited } from './audited';
export {
  EntityAuthorizer,
  toResource,
  type EntityAuthorizerOptions,
} from './EntityAuthorizer';
export {
  createMaturityConditionalDecision,
  maturityConditions,
  maturityEntityResourceRef,
  maturityEntityRules,
  type EntityFilter,
  type MaturityEntityResource,
} from './rules';
