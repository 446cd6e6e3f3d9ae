import { said } from '@devops-scorecards/plugin-maturity-common';
import type { MeasureReading } from '../../measures/domain/MeasureReading';
import type { ReportContents } from './ReportReader';

/** The names under which metrics read the branches of a coverage. */
const BRANCHES: Readonly<Record<string, string>> = {
  'unit-coverage': 'branch-coverage',
};

/**
 * The readings that a report gives: that of its lines or tests, and that of its
 * branches where it tells of them.
 *
 * @param reading - what both say
 */
export function readingsOfReport(
  reading: MeasureReading,
  { share, branches }: ReportContents,
): MeasureReading[] {
  const { name } = reading;
  return [
    said({ ...reading, ...share }),
    ...(branches
      ? [
          said({
            ...reading,
            ...branches,
            name: Object.hasOwn(BRANCHES, name)
              ? BRANCHES[name]
              : `${name}-branches`,
          }),
        ]
      : []),
  ];
}
