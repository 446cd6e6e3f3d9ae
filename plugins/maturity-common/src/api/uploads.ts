import type { IngestResponse } from './types';

/** Formats of reports that can be uploaded. @public */
export type ReportFormat = 'junit' | 'lcov' | 'cobertura' | 'jacoco' | 'clover';

/** What a report says by one name. @public */
export interface ReportReading {
  /** For example `unit-coverage`. */
  name: string;
  /** Covered, passed. */
  part: number;
  /** Coverable, executed. */
  total: number;
}

/** Answer to a report that was uploaded. @public */
export interface ReportResponse extends IngestResponse {
  /** What was read, in the order of the results. */
  readings: ReportReading[];
  /** What became of its tests; absent for reports of coverage. */
  tests?: {
    passed: number;
    failed: number;
    errors: number;
    skipped: number;
    flaky: number;
  };
}
