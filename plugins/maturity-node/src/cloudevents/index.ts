export * from './domain/types';
export { canonicalEvent } from './domain/canonicalEvent';
export { parseDelivery } from './domain/parseDelivery';
export { readHeaderValue } from './domain/readHeaderValue';
