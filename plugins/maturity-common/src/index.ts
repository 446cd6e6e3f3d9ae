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
export * from './calendars';
export * from './models';
export * from './assessment';
export * from './decisions';
export * from './published';
export * from './api';
