import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type {
  AliasScheme,
  EnvironmentTier,
  FactKind,
  MappedEvent,
} from '@devops-scorecards/plugin-maturity-common';
import type { PullSource } from './pull';

/** A webhook delivery as it came over the wire. @public */
export interface WebhookRequest {
  /** Lower-case names. */
  headers: Record<string, string | string[] | undefined>;
  /** The exact bytes that were signed. */
  rawBody: Buffer;
  /** When it arrived. Epoch milliseconds. */
  receivedAt: number;
}

/** What a source may ask of its surroundings while mapping. @public */
export interface MappingContext {
  /** The tier of an environment by the source's own name; unknown is undefined. */
  tierOf(environment: string | undefined): EnvironmentTier | undefined;
  /** Keyed hash of a person's name at the producer. */
  pseudonym(person: string | undefined): string | undefined;
}

/** What a producer is and can tell, for operators and whoever sets it up. @public */
export interface SourceDescription {
  /** Which producer, for example `gitlab`; several sources may be of one type. */
  readonly type: string;
  /** As its vendor writes it, for example `GitLab`. */
  readonly title: string;
  /** The kinds of fact that it can tell of. */
  readonly facts: readonly FactKind[];
  /** Schemes of the names by which it knows entities, the most telling first. */
  readonly names: readonly AliasScheme[];
}

/** An event as a source makes it of what its producer sent. @public */
export interface SourceEvent extends MappedEvent {
  /**
   * What the event says, as text. Two deliveries of one event with other
   * contents are a conflict, with equal ones a duplicate. Absent, the raw body
   * of the delivery is meant: leave it out where a delivery is one event and is
   * sent again byte for byte.
   */
  contents?: string;
}

/**
 * A producer that delivers to `POST /api/maturity/v1/hooks/{id}`.
 *
 * @remarks
 *
 * A delivery goes through these steps:
 *
 * 1. the route reads the raw body, at most as large as configured;
 * 2. `verify` proves who sent it, on the raw bytes; a throw refuses it and
 *    nothing is stored;
 * 3. `map` makes events of it, without any I/O;
 * 4. ingest writes log and facts in one transaction and answers 202.
 *
 * @public
 */
export interface WebhookSource {
  /** Last segment of the path and id of the source, for example `github`. */
  readonly id: string;
  readonly about: SourceDescription;
  /** What must be configured before a delivery is trusted; absent when all is. */
  readonly problem?: string;
  /**
   * Throws `AuthenticationError` for a missing or wrong proof, and
   * `NotAllowedError` where no secret is configured. Compares in constant time.
   */
  verify(request: WebhookRequest): void;
  /**
   * Pure. Throws `InputError`, saying what to change, for a body that is not
   * what the producer documents; an event of a kind that is not mapped yields
   * an event without statements.
   */
  map(request: WebhookRequest, context: MappingContext): SourceEvent[];
}

/** Registers producers. @public */
export interface MaturitySourcesExtensionPoint {
  /** Throws when the id is taken. */
  addWebhookSource(source: WebhookSource): void;
  /** Throws when the id is taken; it may be that of a webhook source. */
  addPullSource(source: PullSource): void;
}

/** @public */
export const maturitySourcesExtensionPoint =
  createExtensionPoint<MaturitySourcesExtensionPoint>({
    id: 'maturity.sources',
  });
