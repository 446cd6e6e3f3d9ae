import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type {
  Calendar,
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
  /** Settings of the entity, from its annotations. */
  subject: MetricSubject;
  /** Working days of the organisation, service hours of the entity. */
  calendars: Readonly<Record<'work' | 'session', Calendar>>;
  /** What is known of the sources of each required kind; a missing kind is not connected. */
  connections: Readonly<Partial<Record<FactKind, SourceConnection>>>;
  /** Newest evidence items to keep. */
  evidenceLimit: number;
}

/** What an entity says of itself that metrics depend on. @public */
export interface MetricSubject {
  /** People who develop it. */
  teamSize?: number;
  /** Milliseconds within which it must be restored. */
  recoveryTimeObjectiveMs?: number;
  /** Agreed availability, a ratio below 1. */
  availabilityTarget?: number;
}

/** Connection of an entity to the source of record of one fact kind. @public */
export interface SourceConnection {
  source: string;
  /** Earliest occurred-at accepted. */
  since: EpochMs;
  /** Until when it delivered, where it does no longer. */
  until?: EpochMs;
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
