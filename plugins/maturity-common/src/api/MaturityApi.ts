import type { EpochMs, FactKind } from '../facts';
import type { Measurement, TimeWindow } from '../metrics';
import type {
  EntityLevel,
  Explanation,
  FactRecord,
  LevelSeries,
  MetricCatalogue,
  MetricSeries,
  ModelSummary,
  Scorecard,
  VerdictChange,
} from './types';

/** Options that every read of one entity takes. @public */
export interface EntityReadOptions {
  entityRef: string;
  signal?: AbortSignal;
}

/**
 * The reads of the product, as pages, the CLI and other backends use them.
 *
 * @public
 */
export interface MaturityApi {
  getScorecard(
    options: EntityReadOptions & {
      model?: string;
      asOf?: EpochMs;
      knownAt?: number;
    },
  ): Promise<Scorecard>;
  /** Assesses the entity now and answers with the new scorecard. */
  refresh(options: EntityReadOptions & { model?: string }): Promise<Scorecard>;
  getMeasurements(
    options: EntityReadOptions & {
      metrics?: string[];
      window?: TimeWindow;
      evidence?: number;
    },
  ): Promise<Measurement[]>;
  getMetricSeries(
    options: EntityReadOptions & {
      metric: string;
      bucket: 'day' | 'week';
      window?: TimeWindow;
    },
  ): Promise<MetricSeries>;
  getLevelSeries(
    options: EntityReadOptions & {
      model?: string;
      knowledge: 'then' | 'now';
      window?: TimeWindow;
    },
  ): Promise<LevelSeries>;
  getHistory(
    options: EntityReadOptions & { model?: string; limit?: number },
  ): Promise<VerdictChange[]>;
  explain(
    options: EntityReadOptions & { model?: string; change?: number },
  ): Promise<Explanation>;
  getFacts(
    options: EntityReadOptions & {
      kind: FactKind;
      window?: TimeWindow;
      limit?: number;
    },
  ): Promise<FactRecord[]>;
  getLevels(options: { entityRefs: string[] }): Promise<EntityLevel[]>;
  getModels(): Promise<ModelSummary[]>;
  getMetrics(): Promise<MetricCatalogue>;
}
