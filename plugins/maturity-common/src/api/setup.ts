import type { Alias, AliasScheme, EpochMs, FactKind } from '../facts';
import type { SourceAbout, SourceProblem } from './operations';

/** An annotation that tells by what name producers know an entity. @public */
export interface SetupAnnotation {
  annotation: string;
  /** The scheme of its names; absent where each name says its own. */
  scheme?: AliasScheme;
  /** What the entity says; absent where it is not set. */
  value?: string;
  /** A value that could be written. */
  example: string;
  /** What is made of the value; none of one that cannot be read. */
  names: Alias[];
  /** Configured sources that know entities by such names. */
  sources: string[];
}

/** A name of an entity, and where it is from. @public */
export interface SetupName extends Alias {
  /** `ref`: every entity has its own; `operator`: somebody gave it. */
  origin: 'ref' | 'annotation' | 'operator';
  /** The annotation it is from; absent of one that the catalog has just changed. */
  annotation?: string;
}

/**
 * What to do next so that a kind of fact arrives. The words are those of pages.
 *
 * - `none`: nothing, it arrives;
 * - `no-source`: no configured source tells of it: one must be connected;
 * - `fix-source`: the source misses a setting, `message` says which;
 * - `allow-entity`: the source may not speak for the entity: `setting` must list
 *   it;
 * - `set-annotation`: the source knows the entity by no name: set `annotation`,
 *   for example to `example`;
 * - `first-event`: all is set, it arrives with the first event;
 * - `stale`, `ended`: it has arrived before and does no longer;
 * - `not-counted`: it arrives, but another source is the one of record;
 * - `not-of-record`: it arrives, but the annotation `source-of-record` names a
 *   source that has told nothing of it.
 *
 * @public
 */
export interface SetupStep {
  code:
    | 'none'
    | 'no-source'
    | 'fix-source'
    | 'allow-entity'
    | 'set-annotation'
    | 'first-event'
    | 'stale'
    | 'ended'
    | 'not-counted'
    | 'not-of-record';
  source?: string;
  annotation?: string;
  example?: string;
  setting?: string;
  message?: string;
}

/** One kind of fact that a source tells of, for one entity. @public */
export interface SetupFacts {
  kind: FactKind;
  /** Facts that the source has told of. */
  count: number;
  /** When the latest of them counts. */
  latestAt?: EpochMs;
  /** Since when the source is known to tell of it; absent where it is not. */
  since?: EpochMs;
  /** Until when, where it does no longer. */
  until?: EpochMs;
  /** Whether its facts are the ones that count. */
  ofRecord: boolean;
}

/** How far a source is from telling of an entity. @public */
export interface SetupSource {
  source: string;
  type: string;
  about?: SourceAbout;
  problems: SourceProblem[];
  /** How it gets its events; paths are below the address of the plugin. */
  doors: { webhook?: string; pull: boolean; events: boolean };
  /** Whether it may speak for the entity. */
  allowed: boolean;
  /** The names by which it can know the entity. */
  names: Alias[];
  facts: SetupFacts[];
  lastSeenAt?: EpochMs;
  stale: boolean;
  next: SetupStep;
}

/** Where one kind of fact of an entity comes from, or what is missing. @public */
export interface SetupKind {
  kind: FactKind;
  /** The source whose facts count. */
  source?: string;
  next: SetupStep;
}

/** What connects an entity to its producers. @public */
export interface EntitySetup {
  entityRef: string;
  /** When this was so. */
  at: EpochMs;
  annotations: SetupAnnotation[];
  names: SetupName[];
  sources: SetupSource[];
  kinds: SetupKind[];
}

/**
 * One thing that a test of a source looked at.
 *
 * - `settings`: whether its settings are complete;
 * - `allowed`: whether it may speak for the entity;
 * - `named`: whether it knows the entity by a name;
 * - `mapped`: whether an event with these names would count for the entity;
 * - `pulled`: whether what is pulled for it arrives.
 *
 * @public
 */
export interface SetupCheck {
  check: 'settings' | 'allowed' | 'named' | 'mapped' | 'pulled';
  /** `skipped` where there is nothing to look at, or nothing yet. */
  outcome: 'pass' | 'fail' | 'skipped';
  /** What the backend says of it, such as the setting that is missing. */
  message?: string;
  /** Names that were tried, the most telling first. */
  names?: Alias[];
  /** How many other entities such an event would count for. */
  others?: number;
  /** Streams that are pulled for the entity. */
  streams?: number;
  /** When a pull last reached the end. */
  lastSuccessAt?: EpochMs;
}

/** What would become of an event of a source about an entity. @public */
export interface SetupTest {
  source: string;
  at: EpochMs;
  /** True where every check passes. */
  passed: boolean;
  checks: SetupCheck[];
}
