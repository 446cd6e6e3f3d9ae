/**
 * Opsgenie webhooks as a source of facts for the maturity scorecards.
 *
 * @packageDocumentation
 */
export { maturityModuleOpsgenie as default } from './module';
