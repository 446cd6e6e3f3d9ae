import type { Alias } from '../facts';
import type { FactRecord } from './factRecords';
import type { IncidentReport, IncidentStep } from './incidents';
import type {
  MappedName,
  OperatorName,
  SourceDetail,
  SourceStatus,
  UnmappedEvent,
  UnmappedNames,
} from './operations';
import type { EntitySetup, SetupTest } from './setup';

/** Which part of a list to read. @public */
export interface PageOptions {
  limit?: number;
  /** Items to leave out at the beginning. */
  offset?: number;
  signal?: AbortSignal;
}

/**
 * What operators look after, what connects an entity to its producers, and
 * incidents that people tell of.
 *
 * @public
 */
export interface OperationsApi {
  /** Every source that is configured or ever sent, by name. */
  getSources(options?: { signal?: AbortSignal }): Promise<SourceStatus[]>;
  getSource(options: {
    source: string;
    signal?: AbortSignal;
  }): Promise<SourceDetail>;
  /** Has all streams of a source pulled as soon as possible. */
  pullNow(options: { source: string }): Promise<void>;
  /** Events that wait for an entity, the newest first. */
  getUnmappedEvents(options?: {
    /** Only those that bear this name. */
    name?: Alias;
    limit?: number;
    signal?: AbortSignal;
  }): Promise<UnmappedEvent[]>;
  /** Names under which events wait, those with the most events first. */
  getUnmappedNames(options?: PageOptions): Promise<UnmappedNames>;
  /** Names that operators gave, the newest first. */
  getOperatorNames(options?: PageOptions): Promise<OperatorName[]>;
  /** Gives an entity a name; events that waited under it count for it then. */
  mapName(options: Alias & { entityRef: string }): Promise<MappedName>;
  /** Takes a name back. What was mapped by it stays. */
  removeName(options: { id: number }): Promise<void>;

  getSetup(options: {
    entityRef: string;
    signal?: AbortSignal;
  }): Promise<EntitySetup>;
  /** Tries what would become of an event of a source; stores nothing. */
  testSetup(options: { entityRef: string; source: string }): Promise<SetupTest>;

  /** Tells of an incident that no tool reports. */
  reportIncident(
    options: { entityRef: string } & IncidentReport,
  ): Promise<FactRecord>;
  /** Goes on with an incident that a person told of. */
  continueIncident(
    options: { entityRef: string; key: string } & IncidentStep,
  ): Promise<FactRecord>;
}
