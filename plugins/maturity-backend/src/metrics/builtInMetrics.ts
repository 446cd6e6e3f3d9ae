import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { automatedReleaseRate } from './domain/automatedReleaseRate';
import { buildFeedbackTime } from './domain/buildFeedbackTime';
import { buildSuccessRate } from './domain/buildSuccessRate';
import { deploymentFailureRate } from './domain/deploymentFailureRate';
import { deploymentFrequency } from './domain/deploymentFrequency';
import { redBuildFixTime } from './domain/redBuildFixTime';

/** The metrics that come with the product, in the order in which pages list them. */
export const builtInMetrics: Metric[] = [
  deploymentFrequency,
  automatedReleaseRate,
  deploymentFailureRate,
  buildSuccessRate,
  buildFeedbackTime,
  redBuildFixTime,
];
