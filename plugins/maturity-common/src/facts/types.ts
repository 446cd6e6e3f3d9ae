import type { AlertFields, IncidentFields } from './operationsFacts';
import type {
  ChangeFields,
  DeploymentFields,
  RunFields,
} from './pipelineFacts';
import type { MeasureFields, WorkItemFields } from './workFacts';

/** The kinds of fact that metrics are computed from. @public */
export type FactKind =
  | 'run'
  | 'deployment'
  | 'change'
  | 'work-item'
  | 'incident'
  | 'alert'
  | 'measure';

/** Every {@link FactKind}, in the order in which pages list them. @public */
export const FACT_KINDS: readonly FactKind[] = [
  'run',
  'deployment',
  'change',
  'work-item',
  'incident',
  'alert',
  'measure',
];

/** @public */
export interface FactFields {
  run: RunFields;
  deployment: DeploymentFields;
  change: ChangeFields;
  'work-item': WorkItemFields;
  incident: IncidentFields;
  alert: AlertFields;
  measure: MeasureFields;
}

/** A fact as metrics see it: every field folded from its statements. @public */
export type Fact<K extends FactKind = FactKind> = {
  [P in K]: {
    kind: P;
    /** Source of record the fact was ingested from. */
    source: string;
    key: string;
    /** Knowledge sequence of the first and of the last statement. */
    firstSeq: number;
    lastSeq: number;
    /** Set on events that a demo generated. */
    generated: boolean;
    /** Set when a person corrected it. */
    corrected?: boolean;
    fields: FactFields[P];
  };
}[K];
