/**
 * Builds of Jenkins as a source of facts for the maturity scorecards.
 *
 * @packageDocumentation
 */
export { maturityModuleJenkins as default } from './module';
