/**
 * CloudEvents of Tekton as a source of facts for the maturity scorecards.
 *
 * @packageDocumentation
 */
export { maturityModuleTekton as default } from './module';
