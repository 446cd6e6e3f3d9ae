/**
 * GitHub webhooks as a source of facts for the maturity scorecards.
 *
 * @packageDocumentation
 */
export { maturityModuleGithub as default } from './module';
