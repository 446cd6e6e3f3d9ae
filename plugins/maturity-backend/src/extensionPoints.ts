import { ConflictError } from '@backstage/errors';
import type {
  LevelChangeListener,
  MaturityLevelsExtensionPoint,
  MaturityMetricsExtensionPoint,
  MaturityModelsExtensionPoint,
  MaturitySourcesExtensionPoint,
  Metric,
  PortfolioMetric,
  PullSource,
  ReadingMetric,
  SampledMetric,
  WebhookSource,
} from '@devops-scorecards/plugin-maturity-node';
import {
  builtInMetrics,
  measureMetric,
  MetricRegistry,
  portfolioMetric,
  sampledMetric,
} from './metrics';
import type { ModelPack } from './models';

/** Gathers the producers that modules bring. */
export class SourcesExtensionPoint implements MaturitySourcesExtensionPoint {
  readonly #webhooks = new Map<string, WebhookSource>();
  readonly #pulls = new Map<string, PullSource>();

  addWebhookSource(source: WebhookSource): void {
    addTo(this.#webhooks, source, 'webhook source');
  }

  addPullSource(source: PullSource): void {
    addTo(this.#pulls, source, 'source to pull from');
  }

  webhooks(): WebhookSource[] {
    return [...this.#webhooks.values()];
  }

  pulls(): PullSource[] {
    return [...this.#pulls.values()];
  }
}

/** Gathers the metrics that modules bring, after those of the product. */
export class MetricsExtensionPoint implements MaturityMetricsExtensionPoint {
  readonly registry = MetricRegistry.create(builtInMetrics);

  addMetric(metric: Metric): void {
    this.registry.add(metric);
  }

  addSampledMetric(metric: SampledMetric): void {
    this.registry.add(sampledMetric(metric));
  }

  addReadingMetric(metric: ReadingMetric): void {
    this.registry.add(measureMetric(metric));
  }

  addPortfolioMetric(metric: PortfolioMetric): void {
    this.registry.add(portfolioMetric(metric));
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

function addTo<T extends { id: string }>(
  sources: Map<string, T>,
  source: T,
  what: string,
): void {
  if (sources.has(source.id)) {
    throw new ConflictError(
      `There is already a ${what} '${source.id}', give this one an id of its own`,
    );
  }
  sources.set(source.id, source);
}
