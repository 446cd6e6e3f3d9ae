/**
 * Git repositories as a source of facts for the maturity scorecards.
 *
 * @packageDocumentation
 */
export { maturityModuleGit as default } from './module';
