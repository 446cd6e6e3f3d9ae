import type { EpochMs } from '../facts';

/**
 * How a stream that is pulled is getting on.
 *
 * - `waiting`: it has not been pulled yet;
 * - `history`: its first pull, of what happened before, is under way;
 * - `current`: its last pull reached the end;
 * - `resting`: the producer asked to wait until `nextAt`;
 * - `failing`: its last pull failed, `lastError` says why; it is tried again
 *   at `nextAt`, from where it was.
 *
 * @public
 */
export type PullState =
  | 'waiting'
  | 'history'
  | 'current'
  | 'resting'
  | 'failing';

/**
 * One stream of a source that is pulled, for whoever runs the portal.
 *
 * @public
 */
export interface PullStatus {
  /** Id of the source in the configuration. */
  source: string;
  /**
   * What is pulled, for example `github.com/acme/shop runs`. Absent in the
   * one status of a source that cannot say what there is to pull, or must be
   * configured first: `lastError` says why.
   */
  stream?: string;
  state: PullState;
  lastStartedAt?: EpochMs;
  /** When a pull last reached the end, with or without news. */
  lastSuccessAt?: EpochMs;
  /** When it is due again; in the past while it waits for its turn. */
  nextAt?: EpochMs;
  /** Failures since it last came any further. */
  failures: number;
  /** What the last failure said; at most 500 characters, without secrets. */
  lastError?: string;
  /** Events that it brought and that were new. */
  events: number;
  /** Events that it brought and that were refused or in conflict. */
  refused: number;
}
