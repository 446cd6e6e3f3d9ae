import type { Alias, AliasScheme, EpochMs, FactKind } from '../facts';
import type { PullStatus } from './pullStatus';

/** What a source has brought, counted by whoever writes. @public */
export interface SourceTotals {
  source: string;
  events: number;
  /** Of these the events that no catalog entity answers to yet. */
  unmapped: number;
  /** Events that came again with other content, each content once. */
  conflicts: number;
  /** Events, and whole deliveries, that were turned away. */
  refused: number;
  /** Events whose time lay ahead of their arrival: a clock that is wrong. */
  ahead: number;
  /** The most by which one did, in milliseconds. */
  aheadMs: number;
  lastReceivedAt?: EpochMs;
}

/** What the module of a source says of it. @public */
export interface SourceAbout {
  /** As its vendor writes it, for example `GitLab`. */
  title: string;
  /** The kinds of fact that it can tell of. */
  facts: FactKind[];
  /** Schemes of the names by which it knows entities, the most telling first. */
  names: AliasScheme[];
}

/** The ways in which events of a source get in. @public */
export interface SourceDoors {
  /** Path of its webhook below the address of the plugin, `/v1/hooks/github`. */
  webhook?: string;
  /** Topics of the events service. */
  topics: string[];
  /** Whether it is asked from time to time. */
  pull: boolean;
  /** Subjects of the service credentials that send CloudEvents as this source. */
  callers: string[];
}

/**
 * What keeps a source from delivering.
 *
 * - `setting`: its module misses something, `message` says what;
 * - `no-door`: nothing is configured by which its events could get in;
 * - `not-configured`: it has sent before and is in no configuration any more.
 *
 * @public
 */
export interface SourceProblem {
  code: 'setting' | 'no-door' | 'not-configured';
  message?: string;
}

/** Health of one source, for whoever runs the portal. @public */
export interface SourceStatus extends SourceTotals {
  /** Which producer it is. */
  type: string;
  /** Absent where no module knows it: then it sends CloudEvents. */
  about?: SourceAbout;
  doors: SourceDoors;
  problems: SourceProblem[];
  /** Streams that are pulled, and how many of them fail. */
  streams?: { total: number; failing: number };
  /** When it was last heard of: an event, or a pull without news. */
  lastSeenAt?: EpochMs;
  /** Milliseconds since it was last heard of. */
  lag?: number;
  /** Silence after which it is stale; absent where it never is. */
  staleAfterMs?: number;
  stale: boolean;
}

/** Through which door something came that was refused. @public */
export type DeliveryDoor =
  | 'events'
  | 'hooks'
  | 'topics'
  | 'pull'
  | 'reports'
  | 'measures';

/** What was turned away, and why. @public */
export interface EventRefusal {
  door: DeliveryDoor;
  /**
   * Id of the event, empty where none could be read; absent where a delivery
   * was refused as a whole.
   */
  id?: string;
  /** HTTP status that says why. */
  code: number;
  /** What to change. */
  message: string;
  /** The last time. */
  receivedAt: EpochMs;
  /** How often; more than once only for whole deliveries. */
  times: number;
}

/** An event that came again with other content. @public */
export interface EventConflict {
  eventSource: string;
  id: string;
  /** Knowledge sequence of the event that it contradicts. */
  seq: number;
  receivedAt: EpochMs;
}

/** A source with what an operator looks at when something is wrong. @public */
export interface SourceDetail extends SourceStatus {
  /** Those that fail first; at most 200 of `streams.total`. */
  pulls: PullStatus[];
  /** The newest 50. */
  refusals: EventRefusal[];
  /** The newest 50. */
  recentConflicts: EventConflict[];
}

/** An event that no catalog entity answers to yet. @public */
export interface UnmappedEvent {
  seq: number;
  source: string;
  id: string;
  type: string;
  occurredAt: EpochMs;
  aliases: { scheme: string; value: string }[];
}

/** A name under which events wait for an entity. @public */
export interface UnmappedName extends Alias {
  /** Events that bear it; an event may bear several names. */
  events: number;
  /** How many of them by source, the most first. */
  sources: { source: string; events: number }[];
  /** Type of the newest of them. */
  lastType: string;
  lastReceivedAt: EpochMs;
  /**
   * Entities that bear the name already: their events wait because the sources
   * may not speak for these, by `maturity.sources.<source>.entities`.
   */
  entityRefs: string[];
}

/** A page of names under which events wait. @public */
export interface UnmappedNames {
  /** Those with the most events first. */
  items: UnmappedName[];
  total: number;
}

/** A name that an operator gave an entity. @public */
export interface OperatorName extends Alias {
  id: number;
  entityRef: string;
  since: EpochMs;
  /** The catalog does not have the entity any more. */
  gone: boolean;
}

/** What came of giving an entity a name. @public */
export interface MappedName {
  name: OperatorName;
  /** Waiting events that have come to count for entities by now. */
  mapped: number;
  /** There were so many that the rest is mapped in the background. */
  pending: boolean;
}
