/**
 * Extension points of the maturity backend, and what its modules share.
 *
 * @packageDocumentation
 */
export * from './sources';
export * from './pull';
export * from './metrics';
export * from './models';
export * from './levels';
export * from './webhooks';
export * from './rest';
export * from './cloudevents';
export * from './domain';
export * from './workItems';
