/**
 * Grafana Alerting as a source of alerts for the maturity scorecards.
 *
 * @packageDocumentation
 */
export { maturityModuleGrafana as default } from './module';
