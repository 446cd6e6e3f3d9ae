import type { EpochMs } from './time';
import type { FactFields, FactKind } from './types';

/**
 * How far along its life a statement saw its fact. A higher rank wins field
 * by field, whatever the order of arrival.
 *
 * @public
 */
export enum StatementRank {
  Queued = 0,
  Started = 1,
  Finished = 2,
  /** A correction by a person. */
  Corrected = 3,
}

/** What one event says of one fact. @public */
export interface Statement<K extends FactKind = FactKind> {
  kind: K;
  /** Natural key of the fact, unique within its source and kind. */
  key: string;
  rank: StatementRank;
  /** When what the statement says came about. */
  occurredAt: EpochMs;
  /** Only what this event knows; an absent field says nothing. */
  fields: FactFields[K];
  /**
   * Fields that are not so any more: a reopened incident is not restored. They
   * take part in the order like fields that are said.
   */
  clears?: string[];
  /** Whether the fact counts for nothing; only corrections say so. */
  exclude?: boolean;
}

/** A name by which a producer knows an entity. @public */
export interface Alias {
  scheme: AliasScheme;
  value: string;
}

/**
 * The naming schemes that catalog annotations can resolve, see
 * {@link NAME_ANNOTATIONS}.
 *
 * @public
 */
export const ALIAS_SCHEMES = [
  /** An entity ref in lower case. */
  'entity',
  /** `<host>/<path>` in lower case. */
  'repository',
  /** The subject of CDEvents of a service. */
  'service',
  /** Name of a pipeline. */
  'pipeline',
  /** The `source` of CloudEvents. */
  'event-source',
  /** Full name of a job in Jenkins, folders and all: `payments/api/main`. */
  'jenkins-job',
  /** Id of a service in PagerDuty. */
  'pagerduty-service',
  /** A team, tag or entity of an alert in Opsgenie. */
  'opsgenie',
  /** Name of an application in Argo CD. */
  'argocd-app',
  /** `backstage.io/kubernetes-id`, or the name of a workload. */
  'kubernetes',
  /** A label of an alert, `<name>=<value>`. */
  'alert-label',
  /** Key of a project in SonarQube. */
  'sonarqube-project',
] as const;

/** One of {@link ALIAS_SCHEMES}. @public */
export type AliasScheme = (typeof ALIAS_SCHEMES)[number];

/**
 * One event of any producer after validation and mapping: the unit of ingest.
 *
 * @public
 */
export interface MappedEvent {
  /** Producer's own name of where the event came about (CloudEvents `source`). */
  eventSource: string;
  /** Unique within `eventSource` (CloudEvents `id`). */
  eventId: string;
  type: string;
  subject?: string;
  occurredAt: EpochMs;
  /** The entity that the producer names itself; wins over the aliases. */
  entityRef?: string;
  /** Names to resolve through the catalog, the most specific first. */
  aliases: Alias[];
  statements: Statement[];
  /**
   * Kinds of fact that the producer says it delivers for the entity, since when,
   * and until when where it delivers them no longer: tells "nothing happened"
   * from "not connected" before the first fact and after the last.
   */
  connects?: { kind: FactKind; since: EpochMs; until?: EpochMs }[];
  /** True when a demo made the event up; pages say so. */
  generated?: boolean;
  /** True when it was brought in as history: it counts and is no news. */
  imported?: boolean;
  /** What is kept for replay: the CloudEvent, or the attributes of a webhook. */
  envelope: Record<string, unknown>;
}
