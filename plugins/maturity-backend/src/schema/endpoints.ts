import type {
  CalendarStatus,
  CorrectionContent,
  Decision,
  DecisionContent,
  DecisionKind,
  DecisionState,
  EntityLevel,
  EntitySetup,
  EpochMs,
  ErasedAuthor,
  EventRecord,
  EvidenceItem,
  Explanation,
  FactKind,
  FactRecord,
  ImportFormat,
  ImportRefusals,
  ImportState,
  ImportStatus,
  IncidentRecord,
  IncidentReport,
  IncidentStep,
  LevelSeries,
  MaintenanceRun,
  MappedName,
  Measurement,
  MetricDefinition,
  MetricSeries,
  Model,
  ModelSummary,
  OperatorName,
  Scorecard,
  ScorecardKind,
  SetupTest,
  SourceDetail,
  SourceStatus,
  UnmappedEvent,
  UnmappedNames,
  VerdictChange,
} from '@devops-scorecards/plugin-maturity-common';
import type { openapi } from './openapi';

type EntityPath = { kind: string; namespace: string; name: string };
type ModelQuery = { model?: string; scorecard?: ScorecardKind };
type WindowQuery = { from?: EpochMs; to?: EpochMs };
type PageQuery = { limit?: number; offset?: number };
type List<T> = { items: T[] };
type ProposalBody = { reason: string; evidence?: EvidenceItem[] };
type StepEndpoint = {
  path: { id: string };
  body: { reason?: string };
  response: Decision;
};

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
    query: WindowQuery & { kind: FactKind; keys?: string; limit?: number };
    response: List<FactRecord>;
  };
  '#get|/v1/entities/{kind}/{namespace}/{name}/incidents': {
    path: EntityPath;
    query: WindowQuery & { asOf?: EpochMs; limit?: number };
    response: List<IncidentRecord>;
  };
  '#get|/v1/entities/{kind}/{namespace}/{name}/events/{seq}': {
    path: EntityPath & { seq: number };
    response: EventRecord;
  };
  '#post|/v1/levels/query': {
    body: { entityRefs: string[] };
    response: List<EntityLevel>;
  };
  '#get|/v1/models': { response: List<ModelSummary> };
  '#get|/v1/models/{id}': { path: { id: string }; response: Model };
  '#get|/v1/metrics': { response: List<MetricDefinition> };
  '#get|/v1/calendars': { response: List<CalendarStatus> };
  '#post|/v1/entities/{kind}/{namespace}/{name}/attestations': {
    path: EntityPath;
    body: ProposalBody & {
      model: string;
      criterionId: string;
      validTo?: EpochMs;
      renews?: string;
    };
    response: Decision;
  };
  '#post|/v1/entities/{kind}/{namespace}/{name}/corrections': {
    path: EntityPath;
    body: ProposalBody & Omit<CorrectionContent, 'kind'>;
    response: Decision;
  };
  '#get|/v1/decisions': {
    query: {
      entityRef?: string;
      kind?: DecisionKind;
      state?: DecisionState;
      limit?: number;
    };
    response: List<Decision>;
  };
  '#get|/v1/decisions/{id}': { path: { id: string }; response: Decision };
  '#post|/v1/decisions/{id}/approve': StepEndpoint;
  '#post|/v1/decisions/{id}/reject': StepEndpoint;
  '#post|/v1/decisions/{id}/withdraw': StepEndpoint;
  '#post|/v1/decisions/import': {
    body: ProposalBody & {
      entityRef: string;
      content: DecisionContent;
      author: string;
      decider: string;
      createdAt: EpochMs;
      validFrom?: EpochMs;
      validTo?: EpochMs;
    };
    response: Decision;
  };
  '#post|/v1/operations/replay': { response: MaintenanceRun };
  '#get|/v1/operations/runs': { response: List<MaintenanceRun> };
  '#post|/v1/operations/authors/erase': {
    body: { name: string };
    response: ErasedAuthor;
  };
  '#post|/v1/imports': {
    body: {
      name: string;
      source?: string;
      format: ImportFormat;
      totalBytes?: number;
      sha256?: string;
    };
    response: ImportStatus;
  };
  '#get|/v1/imports': {
    query: { state?: ImportState; limit?: number };
    response: List<ImportStatus>;
  };
  '#get|/v1/imports/{id}': { path: { id: string }; response: ImportStatus };
  '#get|/v1/imports/{id}/refusals': {
    path: { id: string };
    query: { after?: number; limit?: number };
    response: ImportRefusals;
  };
  '#post|/v1/imports/{id}/complete': {
    path: { id: string };
    response: ImportStatus;
  };
  '#post|/v1/imports/{id}/abort': {
    path: { id: string };
    response: ImportStatus;
  };
  '#get|/v1/operations/sources': { response: List<SourceStatus> };
  '#get|/v1/operations/sources/{source}': {
    path: { source: string };
    response: SourceDetail;
  };
  '#post|/v1/operations/sources/{source}/pull': { path: { source: string } };
  '#get|/v1/operations/unmapped': {
    query: { scheme?: string; value?: string; limit?: number };
    response: List<UnmappedEvent>;
  };
  '#get|/v1/operations/unmapped/names': {
    query: PageQuery;
    response: UnmappedNames;
  };
  '#get|/v1/operations/names': {
    query: PageQuery;
    response: List<OperatorName>;
  };
  '#post|/v1/operations/names': {
    body: { scheme: string; value: string; entityRef: string };
    response: MappedName;
  };
  '#_delete|/v1/operations/names/{id}': { path: { id: number } };
  '#get|/v1/entities/{kind}/{namespace}/{name}/setup': {
    path: EntityPath;
    response: EntitySetup;
  };
  '#post|/v1/entities/{kind}/{namespace}/{name}/setup/test': {
    path: EntityPath;
    body: { source: string };
    response: SetupTest;
  };
  '#post|/v1/entities/{kind}/{namespace}/{name}/incidents': {
    path: EntityPath;
    body: IncidentReport;
    response: FactRecord;
  };
  '#post|/v1/entities/{kind}/{namespace}/{name}/incidents/{key}': {
    path: EntityPath & { key: string };
    body: IncidentStep;
    response: FactRecord;
  };
};

type Paths = (typeof openapi)['paths'];

/** Doors that take or give raw bytes; they stand in front of the validation. */
type RawPaths =
  | '/v1/events'
  | '/v1/hooks/{source}'
  | '/v1/reports/{format}'
  | '/v1/measures'
  | '/v1/imports/{id}/content'
  | '/v1/models/check'
  | '/v1/evidence'
  | '/v1/decisions/{id}/evidence/{sha256}';

/** `delete` is no name of a function, so Backstage writes it like this. */
type MethodKey<Method> = Method extends 'delete'
  ? '_delete'
  : Extract<Method, string>;

/** Every endpoint of the description that this router answers. */
export type EndpointKeys = {
  [Path in Exclude<keyof Paths, RawPaths>]: `#${MethodKey<
    keyof Paths[Path]
  >}|${Path}`;
}[Exclude<keyof Paths, RawPaths>];

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never;

/** Does not compile when an endpoint is described and not typed, or the reverse. */
export const endpointsAreDescribed: Same<EndpointKeys, keyof Endpoints> = true;
