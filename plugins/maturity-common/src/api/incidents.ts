import type { EpochMs, IncidentFields } from '../facts';

/**
 * An incident that a person tells of, where no tool does.
 *
 * @public
 */
export interface IncidentReport
  extends Pick<
    IncidentFields,
    | 'severity'
    | 'impact'
    | 'startedAt'
    | 'detectedBy'
    | 'acknowledgedAt'
    | 'restoredAt'
    | 'cause'
    | 'url'
  > {
  title: string;
  detectedAt: EpochMs;
}

/**
 * What happened next to an incident that a person told of.
 *
 * - `acknowledge`, `restore`: at `at`;
 * - `reopen`: it is not restored after all;
 * - `classify`: what was not known of it. What was said before is corrected like
 *   any other fact.
 *
 * @public
 */
export type IncidentStep =
  | { step: 'acknowledge' | 'restore'; at: EpochMs }
  | { step: 'reopen' }
  | ({ step: 'classify' } & Pick<
      IncidentFields,
      'severity' | 'impact' | 'startedAt' | 'detectedBy' | 'cause'
    >);
