import type {
  EpochMs,
  FactKind,
  MappedEvent,
  Statement,
} from '@devops-scorecards/plugin-maturity-common';

/** An entity that an event counts for, and when that became known. */
export interface EntityClaim {
  entityId: number;
  /** Knowledge sequence. */
  seq: number;
}

/** What facts are made from: an event as the log has it. */
export interface LoggedEvent {
  seq: number;
  sourceId: number;
  /** See `eventKeyOf`. */
  eventKey: string;
  generated: boolean;
  statements: Statement[];
  connects: NonNullable<MappedEvent['connects']>;
  claims: EntityClaim[];
}

/** What the attribution of a stored fact has to follow. */
export interface StoredFact {
  kind: FactKind;
  id: number;
  at: EpochMs;
  open: boolean;
  /** When it ended, of kinds that count where they began. */
  endedAt?: EpochMs;
  /** False when this transaction made it, so that it has no attribution yet. */
  existed: boolean;
  /** Entities that the events at hand add. */
  claims: EntityClaim[];
}
