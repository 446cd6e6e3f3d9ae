import type { CorrectionContent } from '@devops-scorecards/plugin-maturity-common';

/** Fields of a fact by name, whatever its kind. */
export type FactValues = Record<string, unknown>;

/**
 * The fields of a fact as they are once a correction counts.
 *
 * @remarks
 *
 * A correction outranks what sources say, and a later one an earlier one, so
 * the newest simply wins field by field.
 */
export function applyCorrection(
  fields: Readonly<FactValues>,
  correction: CorrectionContent,
): FactValues {
  const cleared = new Set(correction.clears);
  return {
    ...Object.fromEntries(
      Object.entries(fields).filter(([name]) => !cleared.has(name)),
    ),
    ...correction.fields,
  };
}
