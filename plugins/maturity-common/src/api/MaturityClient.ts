import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { Measurement, TimeWindow } from '../metrics';
import type { EntityReadOptions, MaturityApi } from './MaturityApi';
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

/** How the client reaches the backend. @public */
export interface MaturityClientOptions {
  /** Tells where a plugin's backend is. */
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  /** Adds the caller's credentials; plain `fetch` where it is absent. */
  fetchApi?: { fetch: typeof fetch };
}

type QueryValue = string | number | undefined;

interface CallOptions {
  path: string;
  query?: Record<string, QueryValue>;
  method?: 'GET' | 'POST';
  body?: unknown;
  signal?: AbortSignal;
}

/**
 * Refs in one request for levels: the backend takes no more.
 */
const MAX_REFS = 500;

/**
 * Reads the maturity backend over HTTP.
 *
 * @remarks
 * Every call rejects with a `ResponseError` when the backend answers with an
 * error; its `cause.name` tells `NotAllowedError` from `NotFoundError`.
 *
 * @public
 */
export class MaturityClient implements MaturityApi {
  readonly #discoveryApi: MaturityClientOptions['discoveryApi'];
  readonly #fetch: typeof fetch;

  constructor(options: MaturityClientOptions) {
    this.#discoveryApi = options.discoveryApi;
    // A browser's fetch refuses to be called as anybody's method.
    this.#fetch = (input, init) =>
      options.fetchApi
        ? options.fetchApi.fetch(input, init)
        : fetch(input, init);
  }

  getScorecard(
    options: Parameters<MaturityApi['getScorecard']>[0],
  ): Promise<Scorecard> {
    const { model, asOf, knownAt, signal } = options;
    return this.#call({
      path: `${entityPath(options)}/scorecard`,
      query: { model, asOf, knownAt },
      signal,
    });
  }

  refresh(options: Parameters<MaturityApi['refresh']>[0]): Promise<Scorecard> {
    return this.#call({
      path: `${entityPath(options)}/refresh`,
      query: { model: options.model },
      method: 'POST',
      signal: options.signal,
    });
  }

  getMeasurements(
    options: Parameters<MaturityApi['getMeasurements']>[0],
  ): Promise<Measurement[]> {
    return this.#list({
      path: `${entityPath(options)}/metrics`,
      query: {
        metrics: options.metrics?.join(','),
        evidence: options.evidence,
        ...windowQuery(options.window),
      },
      signal: options.signal,
    });
  }

  getMetricSeries(
    options: Parameters<MaturityApi['getMetricSeries']>[0],
  ): Promise<MetricSeries> {
    return this.#call({
      path: `${entityPath(options)}/metrics/${encodeURIComponent(
        options.metric,
      )}/series`,
      query: { bucket: options.bucket, ...windowQuery(options.window) },
      signal: options.signal,
    });
  }

  getLevelSeries(
    options: Parameters<MaturityApi['getLevelSeries']>[0],
  ): Promise<LevelSeries> {
    return this.#call({
      path: `${entityPath(options)}/levels`,
      query: {
        model: options.model,
        knowledge: options.knowledge,
        ...windowQuery(options.window),
      },
      signal: options.signal,
    });
  }

  getHistory(
    options: Parameters<MaturityApi['getHistory']>[0],
  ): Promise<VerdictChange[]> {
    return this.#list({
      path: `${entityPath(options)}/history`,
      query: { model: options.model, limit: options.limit },
      signal: options.signal,
    });
  }

  explain(
    options: Parameters<MaturityApi['explain']>[0],
  ): Promise<Explanation> {
    return this.#call({
      path: `${entityPath(options)}/explain`,
      query: { model: options.model, change: options.change },
      signal: options.signal,
    });
  }

  getFacts(
    options: Parameters<MaturityApi['getFacts']>[0],
  ): Promise<FactRecord[]> {
    return this.#list({
      path: `${entityPath(options)}/facts`,
      query: {
        kind: options.kind,
        limit: options.limit,
        ...windowQuery(options.window),
      },
      signal: options.signal,
    });
  }

  /** Splits long lists into several requests. */
  async getLevels(
    options: Parameters<MaturityApi['getLevels']>[0],
  ): Promise<EntityLevel[]> {
    const levels: EntityLevel[] = [];
    for (let at = 0; at < options.entityRefs.length; at += MAX_REFS) {
      levels.push(
        ...(await this.#list<EntityLevel>({
          path: '/v1/levels/query',
          method: 'POST',
          body: { entityRefs: options.entityRefs.slice(at, at + MAX_REFS) },
        })),
      );
    }
    return levels;
  }

  getModels(): Promise<ModelSummary[]> {
    return this.#list({ path: '/v1/models' });
  }

  getMetrics(): Promise<MetricCatalogue> {
    return this.#list({ path: '/v1/metrics' });
  }

  async #list<T>(options: CallOptions): Promise<T[]> {
    return (await this.#call<{ items: T[] }>(options)).items;
  }

  async #call<T>(options: CallOptions): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('maturity');
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(options.query ?? {})) {
      if (value !== undefined) {
        query.set(name, String(value));
      }
    }
    const search = query.toString();
    const response = await this.#fetch(
      `${baseUrl}${options.path}${search && `?${search}`}`,
      {
        method: options.method ?? 'GET',
        signal: options.signal,
        ...(options.body !== undefined && {
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(options.body),
        }),
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}

function entityPath(options: EntityReadOptions): string {
  const { kind, namespace, name } = parseEntityRef(options.entityRef);
  return `/v1/entities/${[kind, namespace, name]
    .map(part => encodeURIComponent(part.toLocaleLowerCase('en-US')))
    .join('/')}`;
}

function windowQuery(
  window: TimeWindow | undefined,
): Record<string, QueryValue> {
  return { from: window?.from, to: window?.to };
}
