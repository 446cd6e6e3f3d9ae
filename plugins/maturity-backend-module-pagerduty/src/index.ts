/**
 * PagerDuty webhooks as a source of facts for the maturity scorecards.
 *
 * @packageDocumentation
 */
export { maturityModulePagerduty as default } from './module';
