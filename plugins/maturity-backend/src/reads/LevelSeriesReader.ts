import {
  dayBuckets,
  scorecardWindow,
  weekBuckets,
  type EpochMs,
  type LevelPoint,
  type LevelSeries,
  type TimeWindow,
} from '@devops-scorecards/plugin-maturity-common';
import type { AssessmentContext } from '../assessment/AssessmentContext';
import { AssessmentStore } from '../assessment/AssessmentStore';
import type { Clock } from '../assessment/Clock';
import type { KnownEntity } from '../assessment/readKnownEntity';
import { readSnapshot } from '../assessment/readSnapshot';
import { assessMaterial, readMaterial } from '../assessment/recompute';
import { currentKnowledge } from '../database';
import { chooseModel, type ModelQuery } from './chooseModel';
import { requireBuckets } from './requireBuckets';

/** Up to so many days a series has a point a day, beyond one a week. */
const DAILY_UP_TO_DAYS = 31;
const DAY_MS = 86_400_000;

/** How the level of an entity went. */
export class LevelSeriesReader {
  readonly #context: AssessmentContext;
  readonly #store: AssessmentStore;
  readonly #clock: Clock;

  static create(options: {
    context: AssessmentContext;
    clock: Clock;
  }): LevelSeriesReader {
    return new LevelSeriesReader(options);
  }

  private constructor(options: { context: AssessmentContext; clock: Clock }) {
    this.#context = options.context;
    this.#clock = options.clock;
    this.#store = AssessmentStore.create({ knex: options.context.knex });
  }

  /**
   * The trend of the level under one model, the primary one unless told.
   *
   * @param options - `knowledge`: `then` draws what was known at each time,
   *   from the changes as they were stored; `now` recomputes every point with
   *   what is known today. `window`: the scorecard's where absent
   * @throws NotFoundError when the model does not apply to the entity
   */
  async read(
    options: ModelQuery & {
      entity: KnownEntity;
      knowledge: LevelSeries['knowledge'];
      window?: TimeWindow;
    },
  ): Promise<LevelSeries> {
    const { entity, knowledge } = options;
    const { timeZone, models, knex } = this.#context;
    const now = this.#clock.now();
    const asked = options.window ?? scorecardWindow(now, timeZone);
    const window = { from: asked.from, to: Math.min(asked.to, now) };
    const chosen = chooseModel(
      models.applicable({
        entity: entity.document,
        asOf: now,
        knownAt: await currentKnowledge(knex),
      }),
      { ...options, entityRef: entity.entityRef },
    );
    const read = { entityId: entity.entityId, model: chosen.model.id, window };
    if (window.from >= window.to) {
      return { knowledge, points: [] };
    }
    return {
      knowledge,
      points:
        knowledge === 'then'
          ? await this.#readThen(read)
          : await this.#recomputeNow(read),
    };
  }

  async #readThen(options: {
    entityId: number;
    model: string;
    window: TimeWindow;
  }): Promise<LevelPoint[]> {
    const { entityId, model, window } = options;
    const inside = await this.#store.listChanges({
      entityId,
      model,
      ...window,
    });
    const [before] = await this.#store.listChanges({
      entityId,
      model,
      to: window.from,
      limit: 1,
    });
    const points = inside
      .map(change => ({ at: change.asOf, levels: change.to }))
      .reverse();
    if (before) {
      points.unshift({ at: window.from, levels: before.to });
    }
    const last = points[points.length - 1];
    // A level holds until it changes, so the line goes on to the end.
    return last ? [...points, { at: window.to, levels: last.levels }] : [];
  }

  async #recomputeNow(options: {
    entityId: number;
    model: string;
    window: TimeWindow;
  }): Promise<LevelPoint[]> {
    const { entityId, model, window } = options;
    const times = this.#pointsOf(window);
    const material = await readSnapshot(this.#context.knex, tx =>
      readMaterial(this.#context, {
        knex: tx,
        entityId,
        model,
        times,
      }),
    );
    return times.flatMap(at => {
      const [version] = material
        ? assessMaterial(this.#context, material, {
            asOf: at,
            evidenceLimit: 0,
          }).verdicts
        : [];
      return version ? [{ at, levels: version.verdict.root.levels }] : [];
    });
  }

  /** Ends of the days or weeks of a window, the last one its own end. */
  #pointsOf(window: TimeWindow): EpochMs[] {
    const { timeZone } = this.#context;
    const isShort = window.to - window.from <= DAILY_UP_TO_DAYS * DAY_MS;
    requireBuckets(window, isShort ? 'day' : 'week');
    const buckets = isShort
      ? dayBuckets(window, timeZone)
      : weekBuckets(window, timeZone);
    return buckets.map(({ to }) => to);
  }
}
