import type {
  DeliveryDoor,
  EpochMs,
} from '@devops-scorecards/plugin-maturity-common';

/** What was turned away of one delivery. */
export interface RefusedDelivery {
  /** Name of a configured source. */
  source: string;
  door: DeliveryDoor;
  receivedAt: EpochMs;
  /** One for each event; one without an id where nothing of it was read. */
  refusals: readonly { id?: string; code: number; message: string }[];
}

/** Hears of what is refused, so that operators find it where they look. */
export interface RefusalSink {
  /** Neither waits for anything nor throws: a refusal is cheap. */
  note(refused: RefusedDelivery): void;
}
