import type { Measurement, TimeWindow } from '../metrics';
import type { CalendarStatus } from '../calendars';
import type { Decision, EvidenceItem } from '../decisions';
import { entityPath } from './entityPath';
import type { EventRecord, FactRecord, IncidentRecord } from './factRecords';
import {
  HttpCaller,
  type MaturityClientOptions,
  type QueryValue,
} from './HttpCaller';
import { ImportClient } from './ImportClient';
import type { ErasedAuthor, MaintenanceRun } from './maintenance';
import type { MaturityApi, ModelChoice } from './MaturityApi';
import type {
  EntityLevel,
  Explanation,
  LevelSeries,
  MetricCatalogue,
  MetricSeries,
  ModelCheck,
  ModelSummary,
  Scorecard,
  VerdictChange,
} from './types';

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
export class MaturityClient extends ImportClient implements MaturityApi {
  readonly #caller: HttpCaller;

  constructor(options: MaturityClientOptions) {
    super(options);
    this.#caller = new HttpCaller(options);
  }

  getScorecard(
    options: Parameters<MaturityApi['getScorecard']>[0],
  ): Promise<Scorecard> {
    const { asOf, knownAt, signal } = options;
    return this.#caller.call({
      path: `${entityPath(options)}/scorecard`,
      query: { ...choiceQuery(options), asOf, knownAt },
      signal,
    });
  }

  refresh(options: Parameters<MaturityApi['refresh']>[0]): Promise<Scorecard> {
    return this.#caller.call({
      path: `${entityPath(options)}/refresh`,
      query: choiceQuery(options),
      method: 'POST',
      signal: options.signal,
    });
  }

  getMeasurements(
    options: Parameters<MaturityApi['getMeasurements']>[0],
  ): Promise<Measurement[]> {
    return this.#caller.list({
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
    return this.#caller.call({
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
    return this.#caller.call({
      path: `${entityPath(options)}/levels`,
      query: {
        ...choiceQuery(options),
        knowledge: options.knowledge,
        ...windowQuery(options.window),
      },
      signal: options.signal,
    });
  }

  getHistory(
    options: Parameters<MaturityApi['getHistory']>[0],
  ): Promise<VerdictChange[]> {
    return this.#caller.list({
      path: `${entityPath(options)}/history`,
      query: { ...choiceQuery(options), limit: options.limit },
      signal: options.signal,
    });
  }

  explain(
    options: Parameters<MaturityApi['explain']>[0],
  ): Promise<Explanation> {
    return this.#caller.call({
      path: `${entityPath(options)}/explain`,
      query: { ...choiceQuery(options), change: options.change },
      signal: options.signal,
    });
  }

  getFacts(
    options: Parameters<MaturityApi['getFacts']>[0],
  ): Promise<FactRecord[]> {
    return this.#caller.list({
      path: `${entityPath(options)}/facts`,
      query: {
        kind: options.kind,
        keys: options.keys && JSON.stringify(options.keys),
        limit: options.limit,
        ...windowQuery(options.window),
      },
      signal: options.signal,
    });
  }

  getIncidents(
    options: Parameters<MaturityApi['getIncidents']>[0],
  ): Promise<IncidentRecord[]> {
    return this.#caller.list({
      path: `${entityPath(options)}/incidents`,
      query: {
        asOf: options.asOf,
        limit: options.limit,
        ...windowQuery(options.window),
      },
      signal: options.signal,
    });
  }

  getEvent(
    options: Parameters<MaturityApi['getEvent']>[0],
  ): Promise<EventRecord> {
    return this.#caller.call({
      path: `${entityPath(options)}/events/${options.seq}`,
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
        ...(await this.#caller.list<EntityLevel>({
          path: '/v1/levels/query',
          method: 'POST',
          body: { entityRefs: options.entityRefs.slice(at, at + MAX_REFS) },
        })),
      );
    }
    return levels;
  }

  getModels(): Promise<ModelSummary[]> {
    return this.#caller.list({ path: '/v1/models' });
  }

  checkModel(
    options: Parameters<MaturityApi['checkModel']>[0],
  ): Promise<ModelCheck> {
    return this.#caller.call({
      path: '/v1/models/check',
      method: 'POST',
      query: { file: options.file },
      upload: {
        mediaType: 'application/yaml',
        content: new Blob([options.yaml]),
      },
    });
  }

  getMetrics(): Promise<MetricCatalogue> {
    return this.#caller.list({ path: '/v1/metrics' });
  }

  getCalendars(): Promise<CalendarStatus[]> {
    return this.#caller.list({ path: '/v1/calendars' });
  }

  attest(options: Parameters<MaturityApi['attest']>[0]): Promise<Decision> {
    const { entityRef: _, signal, ...body } = options;
    return this.#caller.call({
      path: `${entityPath(options)}/attestations`,
      method: 'POST',
      body,
      signal,
    });
  }

  correct(options: Parameters<MaturityApi['correct']>[0]): Promise<Decision> {
    const { entityRef: _, signal, ...body } = options;
    return this.#caller.call({
      path: `${entityPath(options)}/corrections`,
      method: 'POST',
      body,
      signal,
    });
  }

  listDecisions(
    options: Parameters<MaturityApi['listDecisions']>[0],
  ): Promise<Decision[]> {
    const { signal, ...query } = options;
    return this.#caller.list({ path: '/v1/decisions', query, signal });
  }

  getDecision(
    options: Parameters<MaturityApi['getDecision']>[0],
  ): Promise<Decision> {
    return this.#caller.call({
      path: decisionPath(options.id),
      signal: options.signal,
    });
  }

  decide(options: Parameters<MaturityApi['decide']>[0]): Promise<Decision> {
    return this.#caller.call({
      path: `${decisionPath(options.id)}/${options.step}`,
      method: 'POST',
      body: { reason: options.reason },
    });
  }

  uploadEvidence(
    options: Parameters<MaturityApi['uploadEvidence']>[0],
  ): Promise<EvidenceItem> {
    return this.#caller.call({
      path: '/v1/evidence',
      query: { title: options.title },
      method: 'POST',
      upload: { mediaType: options.mediaType, content: options.content },
    });
  }

  async downloadEvidence(
    options: Parameters<MaturityApi['downloadEvidence']>[0],
  ): Promise<Blob> {
    const response = await this.#caller.send({
      path: `${decisionPath(options.id)}/evidence/${options.sha256}`,
    });
    return response.blob();
  }

  replayFacts(): Promise<MaintenanceRun> {
    return this.#caller.call({ method: 'POST', path: '/v1/operations/replay' });
  }

  getMaintenanceRuns(
    options: Parameters<MaturityApi['getMaintenanceRuns']>[0] = {},
  ): Promise<MaintenanceRun[]> {
    return this.#caller.list({
      path: '/v1/operations/runs',
      signal: options.signal,
    });
  }

  eraseAuthor(options: { name: string }): Promise<ErasedAuthor> {
    return this.#caller.call({
      method: 'POST',
      path: '/v1/operations/authors/erase',
      body: { name: options.name },
    });
  }
}

function choiceQuery(options: ModelChoice): Record<string, QueryValue> {
  return { model: options.model, scorecard: options.scorecard };
}

function decisionPath(id: string): string {
  return `/v1/decisions/${encodeURIComponent(id)}`;
}

function windowQuery(
  window: TimeWindow | undefined,
): Record<string, QueryValue> {
  return { from: window?.from, to: window?.to };
}
