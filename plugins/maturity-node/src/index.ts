/**
 * Extension points of the maturity backend.
 *
 * @packageDocumentation
 */
export * from './sources';
export * from './metrics';
export * from './models';
export * from './levels';
