import { ConflictError } from '@backstage/errors';
import type {
  LevelChangeListener,
  MaturityLevelsExtensionPoint,
  MaturityMetricsExtensionPoint,
  MaturityModelsExtensionPoint,
  MaturitySourcesExtensionPoint,
  Metric,
  WebhookSource,
} from '@devops-scorecards/plugin-maturity-node';
import { builtInMetrics, MetricRegistry } from './metrics';
import type { ModelPack } from './models';

/** Gathers the producers that modules bring. */
export class SourcesExtensionPoint implements MaturitySourcesExtensionPoint {
  readonly #sources = new Map<string, WebhookSource>();

  addWebhookSource(source: WebhookSource): void {
    if (this.#sources.has(source.id)) {
      throw new ConflictError(
        `There is already a webhook source '${source.id}', give this one an id of its own`,
      );
    }
    this.#sources.set(source.id, source);
  }

  list(): WebhookSource[] {
    return [...this.#sources.values()];
  }
}

/** Gathers the metrics that modules bring, after those of the product. */
export class MetricsExtensionPoint implements MaturityMetricsExtensionPoint {
  readonly registry = MetricRegistry.create(builtInMetrics);

  addMetric(metric: Metric): void {
    this.registry.add(metric);
  }
}

/** Gathers the model packs that modules bring. */
export class ModelsExtensionPoint implements MaturityModelsExtensionPoint {
  readonly packs: ModelPack[] = [];

  addModelPack(pack: ModelPack): void {
    this.packs.push(pack);
  }
}

/** Gathers those who want to hear of level changes. */
export class LevelsExtensionPoint implements MaturityLevelsExtensionPoint {
  readonly listeners: LevelChangeListener[] = [];

  addListener(listener: LevelChangeListener): void {
    this.listeners.push(listener);
  }
}
