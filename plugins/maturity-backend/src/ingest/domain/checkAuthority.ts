import {
  StatementRank,
  type MappedEvent,
} from '@devops-scorecards/plugin-maturity-common';
import type { Refusal } from '@devops-scorecards/plugin-maturity-node';
import { isCorrection } from '../../facts/domain/isCorrection';

/**
 * Refuses what only decisions of people may say: no producer corrects a fact,
 * or leaves one out, past the second person and the audit.
 *
 * @param event - `statements` where they are known already
 */
export function checkAuthority(event: {
  source: string;
  type: string;
  statements?: MappedEvent['statements'];
}): Refusal | undefined {
  const corrects =
    isCorrection(event) ||
    event.statements?.some(
      ({ rank, exclude }) =>
        rank === StatementRank.Corrected || exclude !== undefined,
    );
  return corrects
    ? {
        code: 422,
        message:
          'Producers cannot send corrections of facts: correct the fact on its page, or with POST /v1/entities/<kind>/<namespace>/<name>/corrections',
      }
    : undefined;
}
