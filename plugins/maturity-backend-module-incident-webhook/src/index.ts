/**
 * Signed webhooks of any incident tool as a source of facts for the maturity
 * scorecards.
 *
 * @packageDocumentation
 */
export { maturityModuleIncidentWebhook as default } from './module';
