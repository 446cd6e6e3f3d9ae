/**
 * Alertmanager's notifications as a source of alerts for the maturity
 * scorecards.
 *
 * @packageDocumentation
 */
export { maturityModuleAlertmanager as default } from './module';
export { mapNotification } from './domain/mapNotification';
export type { NotificationOptions } from './domain/mapNotification';
export type { AlertDialect, AlertInterpretation } from './domain/mapAlert';
export type { Alert } from './domain/payloads';
export { readSeverities } from './AlertmanagerWebhookSource';
