import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import { buildDuration } from './domain/build/buildDuration';
import { buildFeedbackTime } from './domain/build/buildFeedbackTime';
import { buildOnCommitRate } from './domain/build/buildOnCommitRate';
import { buildQueueTime } from './domain/build/buildQueueTime';
import { buildSuccessRate } from './domain/build/buildSuccessRate';
import { buildsPerDay } from './domain/build/buildsPerDay';
import { commitsPerDay } from './domain/build/commitsPerDay';
import { integrationsPerDay } from './domain/build/integrationsPerDay';
import { integrationsPerDeveloper } from './domain/build/integrationsPerDeveloper';
import { pipelineRuns } from './domain/build/pipelineRuns';
import { redBuildFixTime } from './domain/build/redBuildFixTime';
import { changeLeadTime } from './domain/delivery/changeLeadTime';
import { commitToReleasable } from './domain/delivery/commitToReleasable';
import { requirementLeadTime } from './domain/delivery/requirementLeadTime';
import { incidentMetrics } from './domain/incidents';
import { automatedReleaseRate } from './domain/release/automatedReleaseRate';
import { changeFailureRate } from './domain/release/changeFailureRate';
import { deploymentDays } from './domain/release/deploymentDays';
import { deploymentFailureRate } from './domain/release/deploymentFailureRate';
import { deploymentFrequency } from './domain/release/deploymentFrequency';
import { progressiveRolloutRate } from './domain/release/progressiveRolloutRate';
import { releasableTwiceWeeks } from './domain/release/releasableTwiceWeeks';
import { releasableWeeks } from './domain/release/releasableWeeks';
import { rollbackSuccessRate } from './domain/release/rollbackSuccessRate';
import { rollbackTime } from './domain/release/rollbackTime';
import { sameArtifactRate } from './domain/release/sameArtifactRate';
import { unattendedReleaseRate } from './domain/release/unattendedReleaseRate';
import { unplannedDeploymentRate } from './domain/release/unplannedDeploymentRate';
import { apiAutomationCoverage } from './domain/test/apiAutomationCoverage';
import { automatedPassRate } from './domain/test/automatedPassRate';
import { newCodeCoverage } from './domain/test/newCodeCoverage';
import { unitTestCoverage } from './domain/test/unitTestCoverage';

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
  rollbackSuccessRate,
  rollbackTime,
  sameArtifactRate,
  progressiveRolloutRate,
  unplannedDeploymentRate,
  changeLeadTime,
  requirementLeadTime,
  commitToReleasable,
  pipelineRuns,
  buildsPerDay,
  buildSuccessRate,
  buildDuration,
  buildQueueTime,
  buildFeedbackTime,
  redBuildFixTime,
  integrationsPerDay,
  integrationsPerDeveloper,
  commitsPerDay,
  buildOnCommitRate,
  unitTestCoverage,
  newCodeCoverage,
  apiAutomationCoverage,
  automatedPassRate,
  ...incidentMetrics,
];
