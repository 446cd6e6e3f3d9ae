import type { ReportFormat } from '@devops-scorecards/plugin-maturity-common';
import {
  accept,
  refuse,
  type Result,
} from '@devops-scorecards/plugin-maturity-node';
import { z } from 'zod';
import { instant } from '../../cdevents/domain/memberSchemas';
import { readNames } from '../../domain/readNames';
import type { MeasureReading } from '../../measures/domain/MeasureReading';

/** What the address of an upload says of the report. */
export interface ReportQuery {
  id?: string;
  /** Everything that the reading of the report says but its counts. */
  reading: MeasureReading;
}

const text = z
  .string('must be given once')
  .trim()
  .min(1, 'must not be empty')
  .max(500, 'must have at most 500 characters');

const queryMembers = z.strictObject({
  name: text.optional(),
  entityref: text.optional(),
  repository: text.optional(),
  service: text.optional(),
  branch: text.optional(),
  trunk: z.enum(['true', 'false'], 'must be true or false').optional(),
  commit: text.optional(),
  measuredAt: instant.optional(),
  id: text.optional(),
  url: text.optional(),
});

/** Reads the parameters of `POST /v1/reports/{format}`. */
export function readReportQuery(
  format: ReportFormat,
  query: Readonly<Record<string, unknown>>,
): Result<ReportQuery> {
  const parsed = queryMembers.safeParse(query);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refuse(
      400,
      issue.code === 'unrecognized_keys'
        ? `There is no parameter "${issue.keys[0].slice(
            0,
            64,
          )}": parameters are ${Object.keys(queryMembers.shape).join(', ')}`
        : `The parameter ${issue.path.join('.')} cannot be read: ${
            issue.message
          }`,
    );
  }
  const { id, entityref, repository, service, trunk, name, ...rest } =
    parsed.data;
  const names = readNames({ entityref, repository, service });
  return names.ok
    ? accept({
        id,
        reading: {
          ...rest,
          ...names.value,
          name: name ?? defaultName(format),
          trunk: trunk === undefined ? undefined : trunk === 'true',
        },
      })
    : names;
}

function defaultName(format: ReportFormat): string {
  return format === 'junit' ? 'automated-tests' : 'unit-coverage';
}
