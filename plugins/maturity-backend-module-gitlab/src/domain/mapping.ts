import type {
  Detector,
  EpochMs,
  Severity,
  Statement,
  WorkItemFields,
} from '@devops-scorecards/plugin-maturity-common';
import type { MappingContext } from '@devops-scorecards/plugin-maturity-node';

export type WorkItemForm = NonNullable<WorkItemFields['form']>;

/** What a release means in an organisation. */
export type ReleaseMeaning = 'ignore' | 'deployment';

/** What labels of issues mean in an organisation. All in lower case. */
export interface LabelMeaning {
  incidents: ReadonlySet<string>;
  severities: ReadonlyMap<string, Severity>;
  detectors: ReadonlyMap<string, Detector>;
  workItems: ReadonlyMap<string, WorkItemForm>;
}

/** What events mean in an organisation. */
export interface GitlabMeaning {
  releases: ReleaseMeaning;
  labels: LabelMeaning;
  /** Projects of a tracker whose keys name work items, in upper case. */
  workItemProjects: ReadonlySet<string>;
}

/** What a mapping may know beside the payload. */
export interface Surroundings {
  receivedAt: EpochMs;
  meaning: GitlabMeaning;
  context: MappingContext;
}

/** What is made of one delivery. */
export interface MappedPayload {
  /** What the event is about, for lists. */
  subject: string;
  occurredAt: EpochMs;
  /** The entity that a label names. */
  entityRef?: string;
  statements: Statement[];
}
