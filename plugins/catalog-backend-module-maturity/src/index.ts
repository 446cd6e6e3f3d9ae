/**
 * Attaches maturity and stability levels to catalog entities as labels and
 * annotations.
 *
 * @packageDocumentation
 */
export { catalogModuleMaturity as default } from './module';
