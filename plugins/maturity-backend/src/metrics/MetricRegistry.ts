import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { MetricDefinition } from '@devops-scorecards/plugin-maturity-common';
import type { Metric } from '@devops-scorecards/plugin-maturity-node';

/** The metrics that a portal knows, in the order in which they were added. */
export class MetricRegistry {
  readonly #metrics = new Map<string, Metric>();

  private constructor() {}

  /**
   * @throws `ConflictError` when two metrics have the same id
   */
  static create(metrics: readonly Metric[] = []): MetricRegistry {
    const registry = new MetricRegistry();
    for (const metric of metrics) {
      registry.add(metric);
    }
    return registry;
  }

  /**
   * @throws `ConflictError` when the id is taken, `InputError` when the
   * definition contradicts itself
   */
  add(metric: Metric): void {
    const { id, area, statistic, statistics, requires } = metric.definition;
    if (this.#metrics.has(id)) {
      throw new ConflictError(
        `There is already a metric '${id}', give this one an id of its own`,
      );
    }
    if (!area) {
      throw new InputError(
        `Metric '${id}' names no area, say what it is about so that pages can group it`,
      );
    }
    if (!statistics.includes(statistic)) {
      throw new InputError(
        `Metric '${id}' has '${statistic}' as its main statistic, list it among its statistics`,
      );
    }
    if (requires.length === 0) {
      throw new InputError(
        `Metric '${id}' requires no kind of fact, name at least one`,
      );
    }
    this.#metrics.set(id, metric);
  }

  /**
   * @throws `NotFoundError` naming the ids that exist
   */
  get(id: string): Metric {
    const metric = this.#metrics.get(id);
    if (!metric) {
      throw new NotFoundError(
        `There is no metric '${id}', use one of ${[
          ...this.#metrics.keys(),
        ].join(', ')}`,
      );
    }
    return metric;
  }

  has(id: string): boolean {
    return this.#metrics.has(id);
  }

  list(): readonly Metric[] {
    return [...this.#metrics.values()];
  }

  definitions(): MetricDefinition[] {
    return this.list().map(({ definition }) => definition);
  }
}
