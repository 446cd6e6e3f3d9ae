import type { Outcome } from '@devops-scorecards/plugin-maturity-common';
import type { JobPattern } from './jobPattern';

/** Jobs whose builds are deployments. */
export interface DeploymentJobs {
  matches: JobPattern;
  /** Where they deploy to. */
  environment?: string;
  /** Name of the parameter of a build that says it. */
  environmentParameter?: string;
}

/** What Jenkins does not say and its operator does. */
export interface JenkinsSettings {
  /** Branches that are trunks. */
  trunk: ReadonlySet<string>;
  /** What a build with failed tests counts as. */
  unstable: Outcome;
  /** Jobs whose last segment is the branch that they build. */
  multibranch: readonly JobPattern[];
  /** The first that matches counts. */
  deployments: readonly DeploymentJobs[];
}
