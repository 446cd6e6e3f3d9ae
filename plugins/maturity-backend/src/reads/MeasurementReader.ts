import {
  scorecardWindow,
  type Calendar,
  type EpochMs,
  type Fact,
  type FactKind,
  type Measurement,
  type MetricSeries,
  type TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import type {
  Metric,
  MetricSubject,
  Portfolio,
  SourceConnection,
} from '@devops-scorecards/plugin-maturity-node';
import type { Knex } from 'knex';
import type { AssessmentContext } from '../assessment/AssessmentContext';
import type { Clock } from '../assessment/Clock';
import type { KnownEntity } from '../assessment/readKnownEntity';
import { readSnapshot } from '../assessment/readSnapshot';
import { EVIDENCE_LIMIT } from '../assessment/recompute';
import { currentKnowledge } from '../database';
import { readFacts, readPortfolio } from '../facts';
import {
  askedOfPortfolio,
  bucketsOf,
  factsNeeded,
  measureEntity,
  measureSeries,
  type MetricRegistry,
} from '../metrics';
import { factsAt, withAlerts } from '../assessment/domain/factsAt';
import { subjectOf } from '../assessment/domain/subjectOf';
import { AnswerCache } from './AnswerCache';
import { answerValidity } from './answerValidity';
import { requireBuckets } from './requireBuckets';

/** The most evidence that a kept answer may carry, for its size. */
const KEPT_EVIDENCE = 50;

/** Facts of an entity with what else it is measured from. */
interface MeasuredInput {
  facts: Fact[];
  connections: Readonly<Partial<Record<FactKind, SourceConnection>>>;
  subject: MetricSubject;
  calendars: Readonly<Record<'work' | 'session', Calendar>>;
  knownAt: number;
  portfolio: Portfolio;
}

/** A question whose answer may be kept. */
interface Question {
  entity: KnownEntity;
  metrics: readonly Metric[];
  window: TimeWindow;
  asOf: EpochMs;
  /** Windows that the metrics are measured over, the window itself unless told. */
  buckets?: readonly TimeWindow[];
  /** All that the answer depends on beside the entity and time. */
  key: string;
}

/**
 * Measures entities over any window, from what is known now.
 *
 * @remarks
 *
 * Answers are kept while they hold, see {@link AnswerCache}: a page that is opened
 * again, or by somebody else, does not read a year of facts again.
 */
export class MeasurementReader {
  readonly #context: AssessmentContext;
  readonly #metrics: MetricRegistry;
  readonly #clock: Clock;
  readonly #measured = AnswerCache.create<Measurement[]>();
  readonly #series = AnswerCache.create<MetricSeries>();

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
   * @returns measurements that hold now; their as-of may be a few minutes old
   * @throws NotFoundError for an unknown metric
   */
  async measure(options: {
    entity: KnownEntity;
    metrics?: string[];
    window?: TimeWindow;
    evidence?: number;
  }): Promise<Measurement[]> {
    const { entity } = options;
    const asOf = this.#clock.now();
    const { timeZone } = this.#context;
    const wanted = options.metrics?.map(id => this.#metrics.get(id));
    const metrics = this.#metrics
      .list()
      .filter(metric => !wanted || wanted.includes(metric));
    const window = options.window ?? scorecardWindow(asOf, timeZone);
    const evidenceLimit = options.evidence ?? EVIDENCE_LIMIT;
    return await this.#answer({
      cache: evidenceLimit <= KEPT_EVIDENCE ? this.#measured : undefined,
      question: {
        entity,
        metrics,
        window,
        asOf,
        key: JSON.stringify([
          options.metrics,
          options.window ?? window.from,
          evidenceLimit,
        ]),
      },
      compute: input => {
        const measurements = measureEntity({
          ...input,
          ...{ metrics, window, asOf, timeZone, evidenceLimit },
        });
        return metrics.map(({ definition: { id } }) => measurements[id]);
      },
      openIn: answer => answer.reduce((sum, { open }) => sum + open, 0),
    });
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
    const { entity, bucket } = options;
    const asOf = this.#clock.now();
    const { timeZone } = this.#context;
    const metric = this.#metrics.get(options.metric);
    const window = options.window ?? scorecardWindow(asOf, timeZone);
    requireBuckets(window, bucket);
    return await this.#answer({
      cache: this.#series,
      question: {
        entity,
        metrics: [metric],
        window,
        asOf,
        buckets: bucketsOf({ window, bucket, asOf, timeZone }),
        key: JSON.stringify([
          options.metric,
          bucket,
          options.window ?? window.from,
        ]),
      },
      compute: input =>
        measureSeries({ ...input, metric, window, bucket, asOf, timeZone }),
      openIn: ({ points }) => points.reduce((sum, { open }) => sum + open, 0),
    });
  }

  /** A kept answer, or a new one from a snapshot of the database. */
  async #answer<T>(options: {
    cache: AnswerCache<T> | undefined;
    question: Question;
    compute: (input: MeasuredInput) => T;
    openIn: (answer: T) => number;
  }): Promise<T> {
    const { cache, question, compute, openIn } = options;
    const { entity, asOf } = question;
    const { knex, calendars, timeZone } = this.#context;
    const key = `${entity.entityId}\n${question.key}`;
    const kept = cache?.get({
      key,
      stamp: await readStamp(knex, entity),
      now: asOf,
      isOutdated: knownAt =>
        calendars.isChangedBetween({ after: knownAt, upTo: Infinity }),
    });
    if (kept) {
      return kept;
    }
    const { input, stamp } = await readSnapshot(knex, async tx => ({
      stamp: await readStamp(tx, entity),
      input: await this.#readInput(tx, question),
    }));
    const answer = compute(input);
    cache?.set(key, answer, {
      stamp,
      knownAt: input.knownAt,
      validUntil: answerValidity({
        ...input,
        asOf,
        timeZone,
        open: openIn(answer),
      }),
    });
    return answer;
  }

  /** What an entity is measured from, as known now. */
  async #readInput(
    tx: Knex.Transaction,
    { entity, metrics, window, asOf, buckets = [window] }: Question,
  ): Promise<MeasuredInput> {
    const { timeZone, sourceOrder, staleAfter, alertRule } = this.#context;
    const needed = factsNeeded({ metrics, window, timeZone });
    const knownAt = await currentKnowledge(tx);
    const facts = await readFacts({
      knex: tx,
      entityId: entity.entityId,
      kinds: withAlerts(needed.kinds, alertRule),
      from: needed.from,
      // A rollback or a new attempt after a past window decides facts in it.
      to: Math.max(window.to, asOf),
      asOf,
      knownAt,
      sourceOrder,
      staleAfter,
    });
    const portfolio = await readPortfolio({
      knex: tx,
      ownerRef: entity.ownerRef,
      asked: buckets.flatMap(bucket =>
        askedOfPortfolio({ metrics, window: bucket, asOf, timeZone }),
      ),
      knownAt,
    });
    return {
      portfolio,
      ...factsAt({ ...facts, alertRule, asOf }),
      subject: subjectOf(entity.document),
      calendars: this.#context.calendars.calendarsFor(entity.document, knownAt),
      knownAt,
    };
  }
}

/** Moves with everything that becomes known of an entity. */
async function readStamp(knex: Knex, entity: KnownEntity): Promise<string> {
  const row = await knex('due')
    .where({ entity_id: entity.entityId })
    .first<{ marked_seq: number | string } | undefined>('marked_seq');
  return `${entity.seq} ${row?.marked_seq ?? 'unmarked'}`;
}
