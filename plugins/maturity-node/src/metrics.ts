import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type {
  EpochMs,
  Fact,
  FactKind,
  Measurement,
  MetricDefinition,
  TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';

/** Everything a metric is computed from. @public */
export interface MetricInput {
  /**
   * Live facts of the entity of the kinds that the metric requires, ordered by
   * source and key. They reach back `lookBackDays` before the window.
   */
  facts: readonly Fact[];
  window: TimeWindow;
  asOf: EpochMs;
  /** IANA zone in which days are cut. */
  timeZone: string;
  /** What is known of the sources of each required kind; a missing kind is not connected. */
  connections: Readonly<Partial<Record<FactKind, SourceConnection>>>;
  /** Newest evidence items to keep. */
  evidenceLimit: number;
}

/** Connection of an entity to the source of record of one fact kind. @public */
export interface SourceConnection {
  source: string;
  /** Earliest occurred-at accepted. */
  since: EpochMs;
  /** Last time the source was heard of. */
  lastSeen: EpochMs;
  /** After this silence the source is stale; absent for push. */
  staleAfterMs?: number;
}

/** One metric: its definition and its pure function. @public */
export interface Metric {
  readonly definition: MetricDefinition;
  /** Days before the window from which facts are needed, 0 unless stated. */
  readonly lookBackDays?: number;
  /** Pure; time enters by `input` only. */
  measure(input: MetricInput): Measurement;
}

/** Registers metrics. @public */
export interface MaturityMetricsExtensionPoint {
  /** Throws when the id is taken. */
  addMetric(metric: Metric): void;
}

/** @public */
export const maturityMetricsExtensionPoint =
  createExtensionPoint<MaturityMetricsExtensionPoint>({
    id: 'maturity.metrics',
  });
