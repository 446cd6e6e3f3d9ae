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
  /** What portfolio metrics need to know of the other services of the owner. */
  portfolio?: Portfolio;
}

/**
 * By what a portfolio metric knows a service that does something: a fact of
 * the kind that counts in the window and has the values.
 *
 * @public
 */
export interface PortfolioQuestion {
  fact: FactKind;
  /** Values of its fields; of several, one. */
  fields?: Readonly<Record<string, FieldValue | readonly FieldValue[]>>;
  /** Fields that must be known. */
  known?: readonly string[];
}

/** @public */
export type FieldValue = string | number | boolean;

/** The services of an owner, and how many do what metrics ask for. @public */
export interface Portfolio {
  /** Ref of the owner; absent where the entity has none. */
  owner?: string;
  /** Its services, the entity among them where it is one. */
  services: number;
  counts: readonly PortfolioCount[];
}

/** Services of a portfolio for one metric and one span of whole days. @public */
export interface PortfolioCount {
  metric: string;
  window: TimeWindow;
  /** That a source of the kind was connected to. */
  connected: number;
  /** That had such a fact. */
  using: number;
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
  /** Of a portfolio metric: what is counted for it in `input.portfolio`. */
  readonly portfolio?: PortfolioQuestion;
  /** Pure; time enters by `input` only. */
  measure(input: MetricInput): Measurement;
}

/** A fact at the time at which it counts in a sample. @public */
export interface SampledFact {
  fact: Fact;
  at: EpochMs;
}

/**
 * What a metric counts, found in the facts of an entity:
 *
 * - `share`: items, of which some are hits;
 * - `durations`: items with a value in whole milliseconds;
 * - `count`: how many items there are;
 * - `rate`: items per local day of the window, or by the number of `days` given.
 *
 * @public
 */
export type SampleItems =
  | { form: 'share'; items: readonly (SampledFact & { hit: boolean })[] }
  | { form: 'durations'; items: readonly (SampledFact & { value: number })[] }
  | { form: 'count'; items: readonly SampledFact[] }
  | { form: 'rate'; items: readonly SampledFact[]; days?: number };

/** A sample, and what was found beside it. @public */
export type MetricSample = SampleItems & {
  /** Began and had not ended at the end of the window, at its beginning. */
  open?: readonly SampledFact[];
  /** How many items have a deciding field that is unknown. */
  unknown?: number;
};

/**
 * A metric that says which facts it counts and leaves the rest to the backend:
 * value, statistics, status, sample size and evidence.
 *
 * @public
 */
export interface SampledMetric {
  readonly definition: MetricDefinition;
  /** Days before the window from which facts are needed, 0 unless stated. */
  readonly lookBackDays?: number;
  /**
   * Pure; time enters by `input` only. The part of the window after `asOf` has
   * not been seen and has no items.
   */
  sample(input: MetricInput): MetricSample;
}

/**
 * How a number is made of the readings of one name:
 *
 * - `latest-share`: the part by the total of the latest reading of the window;
 * - `pooled-share`: the sum of the parts by the sum of the totals of all of them;
 * - `latest-value`: the value of the latest;
 * - `distribution`: mean and percentiles of the values, in milliseconds;
 * - `total`: what all of them counted together;
 * - `share-change`: by how much the share grew from the first to the latest.
 *
 * @public
 */
export type ReadingKind =
  | 'latest-share'
  | 'pooled-share'
  | 'latest-value'
  | 'distribution'
  | 'total'
  | 'share-change';

/** A metric of readings: it is declared and has no code. @public */
export interface ReadingMetric
  extends Pick<
    MetricDefinition,
    'id' | 'area' | 'title' | 'description' | 'direction' | 'source' | 'page'
  > {
  /** Name of the readings: the subject of `measure.recorded`. */
  measure: string;
  kind: ReadingKind;
  /** Of a `latest-value`; `count` unless stated. */
  unit?: 'count' | 'times' | 'ratio';
  /** Main statistic of a `distribution`; `p90` unless stated. */
  statistic?: 'mean' | 'p50' | 'p85' | 'p90' | 'p95' | 'max';
  /**
   * Smallest sample; unless stated 10 of a pooled share, 5 of a distribution, and
   * one reading of all others.
   */
  minimum?: number;
  /**
   * Whether only readings that are said to be of the trunk count; unless stated
   * what {@link MEASURE_NAMES} says, and of other names all count.
   */
  ofCode?: boolean;
}

/**
 * The share of the services of an entity's owner that do something, such as
 * building with a pipeline. It is declared and has no code.
 *
 * @public
 */
export interface PortfolioMetric
  extends Pick<
    MetricDefinition,
    'id' | 'area' | 'title' | 'description' | 'source' | 'page'
  > {
  /** What a service of the share has had. */
  service: PortfolioQuestion;
}

/** Registers metrics. Each throws when the id is taken. @public */
export interface MaturityMetricsExtensionPoint {
  /** A metric that makes its measurement itself. */
  addMetric(metric: Metric): void;
  /** A metric that says which facts it counts. */
  addSampledMetric(metric: SampledMetric): void;
  /** A metric of readings. */
  addReadingMetric(metric: ReadingMetric): void;
  /** A metric of all services of an owner. */
  addPortfolioMetric(metric: PortfolioMetric): void;
}

/** @public */
export const maturityMetricsExtensionPoint =
  createExtensionPoint<MaturityMetricsExtensionPoint>({
    id: 'maturity.metrics',
  });
