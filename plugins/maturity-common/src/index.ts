/**
 * Types, model schema, evaluator, permissions and API client of the maturity
 * scorecards.
 *
 * @packageDocumentation
 */
export * from './annotations';
export * from './permissions';
export * from './facts';
export * from './metrics';
export * from './models';
export * from './assessment';
export * from './api';
