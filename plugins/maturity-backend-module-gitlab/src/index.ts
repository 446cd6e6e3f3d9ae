/**
 * GitLab webhooks as a source of facts for the maturity scorecards.
 *
 * @packageDocumentation
 */
export { maturityModuleGitlab as default } from './module';
