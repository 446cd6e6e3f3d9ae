export { readDecisions, type KnownDecision } from './readDecisions';
export { decisionsInForce, isInForce } from './domain/decisionsInForce';
export { attestationOf } from './domain/attestationOf';
export { nextDecisionAt } from './domain/nextDecisionAt';
