import type { EpochMs, FactFields, FactKind } from '../facts';

/** A fact with where it came from. @public */
export interface FactRecord {
  kind: FactKind;
  source: string;
  key: string;
  at: EpochMs;
  generated: boolean;
  /**
   * - `live`: counted;
   * - `shadow`: of a source that is not the source of record, not counted;
   * - `excluded`: a person left it out.
   */
  state: 'live' | 'shadow' | 'excluded';
  /** True when a person corrected it. */
  corrected: boolean;
  fields: FactFields[FactKind];
  /** The events it was folded from. */
  events: { seq: number; id: string; type: string; occurredAt: EpochMs }[];
}

/** Something about a fault that whoever reads the list should know. @public */
export type IncidentFlag =
  /** Restored before it started: durations leave it out. */
  | 'restored-before-start'
  /** Detected before it started. */
  | 'detected-before-start'
  /** Its downtime overlaps that of another, which is counted once. */
  | 'overlaps'
  /** Another source reports it too, linked by the alert. */
  | 'also-reported'
  /** Made of alerts by the configured rule. */
  | 'from-alerts'
  /** Nobody said when it started. */
  | 'start-unknown';

/** A fault as the stability scorecard lists it. @public */
export interface IncidentRecord extends FactRecord {
  kind: 'incident';
  fields: FactFields['incident'];
  flags: IncidentFlag[];
  /** Milliseconds; absent where a time is unknown or the order impossible. */
  timeToDetect?: number;
  timeToAcknowledge?: number;
  timeToRestore?: number;
  /** While it is not restored: how long it has lasted at as-of. */
  age?: number;
  /** Downtime within service hours, milliseconds, up to as-of. */
  downtime?: number;
  /** The deployment it is attributed to, and how that is known. */
  deployment?: { key: string; link: 'explicit' | 'artifact' | 'time' };
  /** Alerts it was made of or is linked to, how many. */
  alerts: number;
}

/** One event of the log, with what came over the wire as far as it is kept. @public */
export interface EventRecord {
  seq: number;
  /** Configured source. */
  source: string;
  eventSource: string;
  id: string;
  type: string;
  subject?: string;
  occurredAt: EpochMs;
  receivedAt: EpochMs;
  generated: boolean;
  envelope: Record<string, unknown>;
  /** Facts that it speaks of. */
  facts: { kind: FactKind; key: string }[];
}
