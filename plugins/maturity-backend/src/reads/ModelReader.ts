import { NotFoundError } from '@backstage/errors';
import type {
  Model,
  ModelSummary,
} from '@devops-scorecards/plugin-maturity-common';
import type { AssessmentContext } from '../assessment/AssessmentContext';
import type { Clock } from '../assessment/Clock';
import { currentKnowledge } from '../database';
import { summaryOf } from '../models';

/** Reads the models that judge today. */
export class ModelReader {
  readonly #context: Pick<AssessmentContext, 'knex' | 'models'>;
  readonly #clock: Clock;

  static create(options: {
    context: Pick<AssessmentContext, 'knex' | 'models'>;
    clock: Clock;
  }): ModelReader {
    return new ModelReader(options);
  }

  private constructor(options: {
    context: Pick<AssessmentContext, 'knex' | 'models'>;
    clock: Clock;
  }) {
    this.#context = options.context;
    this.#clock = options.clock;
  }

  /** In the order of their ids. */
  async list(): Promise<ModelSummary[]> {
    return (await this.#inForce()).map(summaryOf);
  }

  /** @throws NotFoundError naming the models that exist */
  async get(id: string): Promise<Model> {
    const models = await this.#inForce();
    const found = models.find(model => model.id === id);
    if (!found) {
      throw new NotFoundError(
        `There is no model '${id}', use one of ${models
          .map(model => model.id)
          .join(', ')}`,
      );
    }
    return found;
  }

  async #inForce(): Promise<Model[]> {
    const { knex, models } = this.#context;
    return models
      .inForce({
        asOf: this.#clock.now(),
        knownAt: await currentKnowledge(knex),
      })
      .map(({ model }) => model);
  }
}
