import { NotFoundError } from '@backstage/errors';
import type {
  Explanation,
  LocalizedText,
  VerdictChange,
} from '@devops-scorecards/plugin-maturity-common';
import type { AssessmentContext } from '../assessment/AssessmentContext';
import { AssessmentStore } from '../assessment/AssessmentStore';
import type { Clock } from '../assessment/Clock';
import { criteriaOf } from '../assessment/domain/criteriaOf';
import { explainChange } from '../assessment/domain/explainChange';
import {
  toVerdictChange,
  type StoredChange,
} from '../assessment/domain/verdictChange';
import { readEvents } from '../assessment/readEvents';
import type { KnownEntity } from '../assessment/readKnownEntity';
import { currentKnowledge } from '../database';
import { chooseModel, type ModelQuery } from './chooseModel';

/** Changes that are looked through for the last one of the level itself. */
const EXPLAIN_DEPTH = 100;

/** What changed, when and why. */
export class HistoryReader {
  readonly #context: AssessmentContext;
  readonly #store: AssessmentStore;
  readonly #clock: Clock;
  readonly #metricTitles: ReadonlyMap<string, LocalizedText>;

  static create(options: {
    context: AssessmentContext;
    clock: Clock;
  }): HistoryReader {
    return new HistoryReader(options);
  }

  private constructor(options: { context: AssessmentContext; clock: Clock }) {
    this.#context = options.context;
    this.#clock = options.clock;
    this.#store = AssessmentStore.create({ knex: options.context.knex });
    this.#metricTitles = new Map(
      options.context.metrics.map(({ definition }) => [
        definition.id,
        definition.title,
      ]),
    );
  }

  /** Changes under one model, the primary one unless told, newest first. */
  async list(
    options: ModelQuery & { entity: KnownEntity; limit: number },
  ): Promise<VerdictChange[]> {
    const model = await this.#modelOf(options);
    const changes = await this.#store.listChanges({
      entityId: options.entity.entityId,
      model,
      limit: options.limit,
    });
    return this.#toVerdictChanges(changes);
  }

  /**
   * Says in one sentence why the level is what it is.
   *
   * @param options - `change`: number of a change; the last one of the level
   *   where absent, or of any verdict if the level never moved
   * @throws NotFoundError when there is no such change
   */
  async explain(
    options: ModelQuery & { entity: KnownEntity; change?: number },
  ): Promise<Explanation> {
    const { entity, change: seq } = options;
    const model = await this.#modelOf(options);
    const changes = await this.#store.listChanges({
      entityId: entity.entityId,
      model,
      seq,
      limit: EXPLAIN_DEPTH,
    });
    if (seq !== undefined && changes.length === 0) {
      throw new NotFoundError(
        `${entity.entityRef} has no change ${seq} under the model '${model}': its history lists those that there are`,
      );
    }
    const stored =
      changes.find(
        ({ changes: { from }, to }) => from?.measured !== to.measured,
      ) ?? changes[0];
    const [change] = await this.#toVerdictChanges(stored ? [stored] : []);
    return {
      change,
      sentence: explainChange({
        change,
        criteria: new Map(
          stored
            ? criteriaOf(
                await this.#context.models.get(stored.modelVersionId),
              ).map(criterion => [criterion.id, criterion])
            : [],
        ),
        metricTitles: this.#metricTitles,
        timeZone: this.#context.timeZone,
      }),
    };
  }

  async #modelOf(
    options: ModelQuery & { entity: KnownEntity },
  ): Promise<string> {
    const { knex, models } = this.#context;
    const { entity } = options;
    return chooseModel(
      models.applicable({
        entity: entity.document,
        asOf: this.#clock.now(),
        knownAt: await currentKnowledge(knex),
      }),
      { ...options, entityRef: entity.entityRef },
    ).model.id;
  }

  async #toVerdictChanges(
    changes: readonly StoredChange[],
  ): Promise<VerdictChange[]> {
    const events = await readEvents(
      this.#context.knex,
      changes.flatMap(({ causeSeq }) => causeSeq ?? []),
    );
    const read: VerdictChange[] = [];
    for (const change of changes) {
      read.push(
        toVerdictChange({
          change,
          model: await this.#context.models.get(change.modelVersionId),
          event:
            change.causeSeq === undefined
              ? undefined
              : events.get(change.causeSeq),
        }),
      );
    }
    return read;
  }
}
