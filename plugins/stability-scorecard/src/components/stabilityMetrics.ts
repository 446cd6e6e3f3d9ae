/**
 * What this version can say of a running service's stability: how changes and
 * releases go. Metric ids, in the order in which they are shown.
 */
export const STABILITY_METRICS = [
  'deployment-failure-rate',
  'automated-release-rate',
  'deployment-frequency',
  'red-build-fix-time',
] as const;

/**
 * Processes that need data this version does not connect, with what each of
 * them would need.
 */
export const UNMEASURED = [
  ['monitoring', 'alerts'],
  ['emergency', 'incidents'],
  ['incident', 'problems'],
  ['availability', 'sessions'],
  ['capacity', 'capacity'],
  ['continuity', 'drills'],
] as const;
