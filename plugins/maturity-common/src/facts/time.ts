/** Epoch milliseconds, UTC. @public */
export type EpochMs = number;
