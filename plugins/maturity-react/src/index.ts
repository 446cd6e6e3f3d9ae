/**
 * React parts that the maturity and the stability scorecards share.
 *
 * @packageDocumentation
 */
export * from './api';
export * from './components';
export * from './format';
export * from './language';
export * from './state';
export * from './theme';
export * from './translation';
export * from './views';
