import type { ReportFormat } from '@devops-scorecards/plugin-maturity-common';
import { createReportReader } from '../domain/createReportReader';
import type { ReportContents } from '../domain/ReportReader';

/** Reads a report that arrives in pieces of a size. */
export function readWhole(
  format: ReportFormat,
  text: string,
  size = text.length,
): ReportContents {
  const reader = createReportReader(format);
  for (let at = 0; at < text.length; at += size) {
    reader.push(text.slice(at, at + size));
  }
  return reader.finish();
}
