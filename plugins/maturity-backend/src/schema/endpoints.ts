import type {
  EntityLevel,
  EpochMs,
  Explanation,
  FactKind,
  FactRecord,
  LevelSeries,
  Measurement,
  MetricDefinition,
  MetricSeries,
  Model,
  ModelSummary,
  Scorecard,
  SourceStatus,
  UnmappedEvent,
  VerdictChange,
} from '@devops-scorecards/plugin-maturity-common';
import type { openapi } from './openapi';

type EntityPath = { kind: string; namespace: string; name: string };
type ModelQuery = { model?: string };
type WindowQuery = { from?: EpochMs; to?: EpochMs };
type List<T> = { items: T[] };

/**
 * Types of requests and answers by endpoint.
 *
 * @remarks
 *
 * They are those of the client, written here once more by endpoint, because
 * types derived from a description that contains itself (a node has nodes)
 * have no end. {@link EndpointKeys} and the tests that validate every answer
 * keep the two together.
 */
export type Endpoints = {
  '#get|/v1/entities/{kind}/{namespace}/{name}/scorecard': {
    path: EntityPath;
    query: ModelQuery & { asOf?: EpochMs; knownAt?: number };
    response: Scorecard;
  };
  '#post|/v1/entities/{kind}/{namespace}/{name}/refresh': {
    path: EntityPath;
    query: ModelQuery;
    response: Scorecard;
  };
  '#get|/v1/entities/{kind}/{namespace}/{name}/metrics': {
    path: EntityPath;
    query: WindowQuery & { metrics?: string; evidence?: number };
    response: List<Measurement>;
  };
  '#get|/v1/entities/{kind}/{namespace}/{name}/metrics/{metric}/series': {
    path: EntityPath & { metric: string };
    query: WindowQuery & { bucket?: 'day' | 'week' };
    response: MetricSeries;
  };
  '#get|/v1/entities/{kind}/{namespace}/{name}/levels': {
    path: EntityPath;
    query: ModelQuery & WindowQuery & { knowledge?: 'then' | 'now' };
    response: LevelSeries;
  };
  '#get|/v1/entities/{kind}/{namespace}/{name}/history': {
    path: EntityPath;
    query: ModelQuery & { limit?: number };
    response: List<VerdictChange>;
  };
  '#get|/v1/entities/{kind}/{namespace}/{name}/explain': {
    path: EntityPath;
    query: ModelQuery & { change?: number };
    response: Explanation;
  };
  '#get|/v1/entities/{kind}/{namespace}/{name}/facts': {
    path: EntityPath;
    query: WindowQuery & { kind: FactKind; limit?: number };
    response: List<FactRecord>;
  };
  '#post|/v1/levels/query': {
    body: { entityRefs: string[] };
    response: List<EntityLevel>;
  };
  '#get|/v1/models': { response: List<ModelSummary> };
  '#get|/v1/models/{id}': { path: { id: string }; response: Model };
  '#get|/v1/metrics': { response: List<MetricDefinition> };
  '#get|/v1/operations/sources': { response: List<SourceStatus> };
  '#get|/v1/operations/unmapped': {
    query: { limit?: number };
    response: List<UnmappedEvent>;
  };
};

type Paths = (typeof openapi)['paths'];

/** Every endpoint of the description that this router answers. */
export type EndpointKeys = {
  [Path in Exclude<
    keyof Paths,
    '/v1/events' | '/v1/hooks/{source}'
  >]: `#${Extract<keyof Paths[Path], string>}|${Path}`;
}[Exclude<keyof Paths, '/v1/events' | '/v1/hooks/{source}'>];

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

/** Does not compile when an endpoint is described and not typed, or the reverse. */
export const endpointsAreDescribed: Same<EndpointKeys, keyof Endpoints> = true;
