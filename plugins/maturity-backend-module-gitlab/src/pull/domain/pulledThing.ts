import type { MappedPayload } from '../../domain/mapping';

/** What was read of GitLab, on its way to an event. */
export interface PulledThing extends MappedPayload {
  type: string;
  /** What makes a later state of the same thing another event. */
  version: (string | undefined)[];
}
