import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { buildDuration } from './domain/build/buildDuration';
import { buildFeedbackTime } from './domain/build/buildFeedbackTime';
import { buildOnCommitRate } from './domain/build/buildOnCommitRate';
import { buildQueueTime } from './domain/build/buildQueueTime';
import { buildSuccessRate } from './domain/build/buildSuccessRate';
import { buildsPerDay } from './domain/build/buildsPerDay';
import { commitsPerDay } from './domain/build/commitsPerDay';
import { continuousIntegrationInUse } from './domain/build/continuousIntegrationInUse';
import { firstAttemptSuccessRate } from './domain/build/firstAttemptSuccessRate';
import { integrationsPerDay } from './domain/build/integrationsPerDay';
import { integrationsPerDeveloper } from './domain/build/integrationsPerDeveloper';
import { pipelineRuns } from './domain/build/pipelineRuns';
import { redBuildFixTime } from './domain/build/redBuildFixTime';
import { branchLifetime } from './domain/code/branchLifetime';
import { gateEnforcementRate } from './domain/code/gateEnforcementRate';
import { reviewRate } from './domain/code/reviewRate';
import { versionControlInUse } from './domain/code/versionControlInUse';
import { workItemLinkRate } from './domain/code/workItemLinkRate';
import { changeLeadTime } from './domain/delivery/changeLeadTime';
import { commitToReleasable } from './domain/delivery/commitToReleasable';
import { improvementClosureRate } from './domain/delivery/improvementClosureRate';
import { requirementLeadTime } from './domain/delivery/requirementLeadTime';
import { incidentMetrics } from './domain/incidents';
import { builtInReadings, measureMetric } from './domain/measures';
import { portfolioMetric, portfolioMetrics } from './domain/portfolio';
import { artifactProvenanceRate } from './domain/release/artifactProvenanceRate';
import { automatedReleaseRate } from './domain/release/automatedReleaseRate';
import { changeFailureRate } from './domain/release/changeFailureRate';
import { deploymentDays } from './domain/release/deploymentDays';
import { deploymentFailureRate } from './domain/release/deploymentFailureRate';
import { deploymentFrequency } from './domain/release/deploymentFrequency';
import { deploymentReworkRate } from './domain/release/deploymentReworkRate';
import { failedDeploymentRecoveryTime } from './domain/release/failedDeploymentRecoveryTime';
import { incidentLinkedFailureRate } from './domain/release/incidentLinkedFailureRate';
import { outOfWindowDeploymentRate } from './domain/release/outOfWindowDeploymentRate';
import { progressiveRolloutRate } from './domain/release/progressiveRolloutRate';
import { releasableTwiceWeeks } from './domain/release/releasableTwiceWeeks';
import { releasableWeeks } from './domain/release/releasableWeeks';
import { rollbackSuccessRate } from './domain/release/rollbackSuccessRate';
import { rollbackTime } from './domain/release/rollbackTime';
import { rolloutFailureRate } from './domain/release/rolloutFailureRate';
import { sameArtifactRate } from './domain/release/sameArtifactRate';
import { unattendedReleaseRate } from './domain/release/unattendedReleaseRate';
import { unplannedDeploymentRate } from './domain/release/unplannedDeploymentRate';

/** The metrics that come with the product, in the order in which pages list them. */
export const builtInMetrics: Metric[] = [
  deploymentFrequency,
  deploymentDays,
  releasableWeeks,
  releasableTwiceWeeks,
  automatedReleaseRate,
  unattendedReleaseRate,
  deploymentFailureRate,
  changeFailureRate,
  incidentLinkedFailureRate,
  rolloutFailureRate,
  failedDeploymentRecoveryTime,
  deploymentReworkRate,
  rollbackSuccessRate,
  rollbackTime,
  sameArtifactRate,
  artifactProvenanceRate,
  progressiveRolloutRate,
  unplannedDeploymentRate,
  outOfWindowDeploymentRate,
  changeLeadTime,
  requirementLeadTime,
  commitToReleasable,
  improvementClosureRate,
  continuousIntegrationInUse,
  pipelineRuns,
  buildsPerDay,
  buildSuccessRate,
  firstAttemptSuccessRate,
  buildDuration,
  buildQueueTime,
  buildFeedbackTime,
  redBuildFixTime,
  integrationsPerDay,
  integrationsPerDeveloper,
  commitsPerDay,
  buildOnCommitRate,
  versionControlInUse,
  branchLifetime,
  reviewRate,
  workItemLinkRate,
  gateEnforcementRate,
  ...portfolioMetrics.map(portfolioMetric),
  ...builtInReadings.map(measureMetric),
  ...incidentMetrics,
];
