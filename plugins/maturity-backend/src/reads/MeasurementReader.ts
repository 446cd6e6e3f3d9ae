import {
  scorecardWindow,
  type EpochMs,
  type Measurement,
  type MetricSeries,
  type TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';
import type { AssessmentContext } from '../assessment/AssessmentContext';
import type { Clock } from '../assessment/Clock';
import type { KnownEntity } from '../assessment/readKnownEntity';
import { readSnapshot } from '../assessment/readSnapshot';
import { EVIDENCE_LIMIT } from '../assessment/recompute';
import { currentKnowledge } from '../database';
import { readFacts } from '../facts';
import {
  factsNeeded,
  measureEntity,
  measureSeries,
  type MetricRegistry,
} from '../metrics';
import { factsAt, withAlerts } from '../assessment/domain/factsAt';
import { subjectOf } from '../assessment/domain/subjectOf';
import { requireBuckets } from './requireBuckets';

/** Measures entities over any window, from what is known now. */
export class MeasurementReader {
  readonly #context: AssessmentContext;
  readonly #metrics: MetricRegistry;
  readonly #clock: Clock;

  static create(options: {
    context: AssessmentContext;
    metrics: MetricRegistry;
    clock: Clock;
  }): MeasurementReader {
    return new MeasurementReader(options);
  }

  private constructor(options: {
    context: AssessmentContext;
    metrics: MetricRegistry;
    clock: Clock;
  }) {
    this.#context = options.context;
    this.#metrics = options.metrics;
    this.#clock = options.clock;
  }

  /**
   * Metrics of one entity, in the order of the catalogue.
   *
   * @param options - `metrics`: ids, all where absent; `window`: the
   *   scorecard's where absent; `evidence`: newest items to keep per metric
   * @throws NotFoundError for an unknown metric
   */
  async measure(options: {
    entity: KnownEntity;
    metrics?: string[];
    window?: TimeWindow;
    evidence?: number;
  }): Promise<Measurement[]> {
    const asOf = this.#clock.now();
    const { timeZone } = this.#context;
    const wanted = options.metrics?.map(id => this.#metrics.get(id));
    const metrics = this.#metrics
      .list()
      .filter(metric => !wanted || wanted.includes(metric));
    const window = options.window ?? scorecardWindow(asOf, timeZone);
    const measurements = measureEntity({
      metrics,
      ...(await this.#readInput({
        entity: options.entity,
        metrics,
        window,
        asOf,
      })),
      window,
      asOf,
      timeZone,
      evidenceLimit: options.evidence ?? EVIDENCE_LIMIT,
    });
    return metrics.map(({ definition: { id } }) => measurements[id]);
  }

  /**
   * One metric bucket by bucket; days and weeks are cut in the configured
   * zone and the facts are read once.
   *
   * @throws InputError for more buckets than are sensible
   */
  async series(options: {
    entity: KnownEntity;
    metric: string;
    bucket: MetricSeries['bucket'];
    window?: TimeWindow;
  }): Promise<MetricSeries> {
    const asOf = this.#clock.now();
    const { timeZone } = this.#context;
    const metric = this.#metrics.get(options.metric);
    const window = options.window ?? scorecardWindow(asOf, timeZone);
    requireBuckets(window, options.bucket);
    return measureSeries({
      metric,
      ...(await this.#readInput({
        entity: options.entity,
        metrics: [metric],
        window,
        asOf,
      })),
      window,
      bucket: options.bucket,
      asOf,
      timeZone,
    });
  }

  /** What an entity is measured from, as known now. */
  async #readInput(options: {
    entity: KnownEntity;
    metrics: readonly Metric[];
    window: TimeWindow;
    asOf: EpochMs;
  }) {
    const { entity, metrics, window, asOf } = options;
    const { knex, timeZone, sourceOrder, staleAfter, alertRule } =
      this.#context;
    const needed = factsNeeded({ metrics, window, timeZone });
    const { knownAt, ...read } = await readSnapshot(knex, async tx => {
      const known = await currentKnowledge(tx);
      const facts = await readFacts({
        knex: tx,
        entityId: entity.entityId,
        kinds: withAlerts(needed.kinds, alertRule),
        from: needed.from,
        // A rollback or a new attempt after a past window decides facts in it.
        to: Math.max(window.to, asOf),
        knownAt: known,
        sourceOrder,
        staleAfter,
      });
      return { ...facts, knownAt: known };
    });
    return {
      ...factsAt({ ...read, alertRule, asOf }),
      subject: subjectOf(entity.document),
      calendars: this.#context.calendars.calendarsFor(entity.document, knownAt),
    };
  }
}
