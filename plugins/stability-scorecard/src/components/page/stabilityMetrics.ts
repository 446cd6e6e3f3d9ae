/** What the page shows beside the criteria, by panel; metric ids in their order. */
export const AVAILABILITY_METRICS = [
  'availability',
  'error-budget',
  'reportable-outage-days',
] as const;

/** How long things took, with a dot for every incident. */
export const DURATION_METRICS = [
  'time-to-detect',
  'time-to-acknowledge',
  'time-to-restore',
] as const;

/** What machines do, beside who noticed the faults. */
export const AUTOMATION_METRICS = [
  'monitoring-discovery-rate',
  'automated-release-rate',
  'change-caused-incident-rate',
] as const;

/** How alerts are. */
export const ALERTING_METRICS = [
  'alert-precision',
  'alerts-acknowledged-in-time',
  'alerts-per-day',
] as const;

/** How faults end and what is done afterwards. */
export const RECOVERY_METRICS = [
  'incidents',
  'recovery-compliance-rate',
  'reviewed-in-time-rate',
  'action-closure-rate',
  'repeat-incident-rate',
] as const;

/** How changes go. */
export const CHANGE_METRICS = [
  'deployment-failure-rate',
  'change-failure-rate',
  'deployment-frequency',
  'unplanned-deployment-rate',
  'rollback-success-rate',
  'rollback-time',
  'red-build-fix-time',
] as const;

/** Drawn over time beside what the model judges. */
export const TREND_METRICS: readonly string[] = [
  'availability',
  'time-to-restore',
  'incidents',
  'deployment-frequency',
];

/** What the card of the overview shows. */
export const CARD_METRICS = [
  'availability',
  'error-budget',
  'monitoring-discovery-rate',
  'automated-release-rate',
] as const;
