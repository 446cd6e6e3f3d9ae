import type {
  EntityLevel,
  IngestResponse,
} from '@devops-scorecards/plugin-maturity-common';
import type {
  DemoAttestation,
  GeneratedEvent,
  MonitoredOutage,
} from '../domain';

/** The parts of the maturity backend's HTTP interface that the demo uses. */
export interface MaturityDoor {
  /** Sends a batch of at most 500 events. Rejects like `fetch`, or with a `ResponseError`. */
  send(
    events: readonly GeneratedEvent[],
    signal: AbortSignal,
  ): Promise<IngestResponse>;
  /** Brings in an attestation. Rejects like `fetch`, or with a `ResponseError`. */
  importDecision(
    attestation: DemoAttestation,
    signal: AbortSignal,
  ): Promise<void>;
  /** Sends as the second tool. Rejects like `fetch`, or with a `ResponseError`. */
  sendOutage(outage: MonitoredOutage, signal: AbortSignal): Promise<void>;
  /** Levels of the entities that are known and that a model targets. */
  getLevels(
    entityRefs: readonly string[],
    signal: AbortSignal,
  ): Promise<EntityLevel[]>;
}
