/**
 * Attaches maturity levels to catalog entities as a label and an annotation.
 *
 * @packageDocumentation
 */
export { catalogModuleMaturity as default } from './module';
