/**
 * Notifications of Argo CD as a source of facts for the maturity scorecards.
 *
 * @packageDocumentation
 */
export { maturityModuleArgocd as default } from './module';
