/** So many of so many: what was covered or passed, of all that there is. */
export interface Share {
  part: number;
  total: number;
}

/** What became of the tests of a report. */
export interface TestCounts {
  passed: number;
  failed: number;
  errors: number;
  /** Not executed; they count neither way. */
  skipped: number;
  /** Of those that passed, such as failed before in the same run. */
  flaky: number;
}

/** What a report says. */
export interface ReportContents {
  /** Covered of coverable lines, or passed of executed tests. */
  share: Share;
  /** Covered of all branches, where the report tells of branches. */
  branches?: Share;
  tests?: TestCounts;
}

/**
 * Reads a report piece by piece, as it arrives, and keeps no more of it than it
 * needs to count.
 */
export interface ReportReader {
  /**
   * @param text - may end anywhere, in the middle of a word too
   * @throws InputError that names the line, for what is no such report
   */
  push(text: string): void;
  /**
   * Says that there is no more.
   *
   * @throws InputError for a report that is cut off, or that counts nothing
   */
  finish(): ReportContents;
}
