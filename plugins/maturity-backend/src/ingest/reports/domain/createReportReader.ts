import type { ReportFormat } from '@devops-scorecards/plugin-maturity-common';
import { CloverReader } from './CloverReader';
import { CoberturaReader } from './CoberturaReader';
import { JacocoReader } from './JacocoReader';
import { JunitReader } from './JunitReader';
import { LcovReader } from './LcovReader';
import type { ReportReader } from './ReportReader';
import { XmlReader } from './XmlReader';

/** The formats of reports that are understood. */
export const REPORT_FORMATS: readonly ReportFormat[] = [
  'junit',
  'lcov',
  'cobertura',
  'jacoco',
  'clover',
];

/** A reader for one report. */
export function createReportReader(format: ReportFormat): ReportReader {
  switch (format) {
    case 'junit':
      return new XmlReader(new JunitReader());
    case 'cobertura':
      return new XmlReader(new CoberturaReader());
    case 'jacoco':
      return new XmlReader(new JacocoReader());
    case 'clover':
      return new XmlReader(new CloverReader());
    default:
      return new LcovReader();
  }
}
