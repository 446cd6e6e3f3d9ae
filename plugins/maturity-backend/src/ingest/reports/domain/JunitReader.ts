import { InputError } from '@backstage/errors';
import { countOf } from './countOf';
import type { ReportContents, TestCounts } from './ReportReader';
import type { XmlAttributes, XmlReport } from './XmlReader';

/** What a child of a test case says of it, the gravest first. */
const RESULTS = ['error', 'failure', 'skipped'] as const;

type Result = (typeof RESULTS)[number];

/** Attributes of a test case that was not executed, as GoogleTest writes them. */
const NOT_RUN = new Set(['disabled', 'notrun', 'skipped', 'suppressed']);

/** Children that tell of a failure before the test passed, as Surefire's do. */
const RERUNS = new Set([
  'flakyFailure',
  'flakyError',
  'rerunFailure',
  'rerunError',
]);

interface TestCase {
  result?: Result;
  rerun: boolean;
}

interface Suite {
  attributes: XmlAttributes;
  /** Whether anything in it was counted. */
  counted: boolean;
}

/**
 * Counts the tests of a JUnit report.
 *
 * @remarks
 *
 * - Of several results of one test case the gravest counts: error, failure,
 *   skipped.
 * - Two test cases of one name are two runs.
 * - A suite without test cases counts by its attributes, a suite around others
 *   never: its attributes are their sum.
 * - A test that failed and then passed in a rerun has passed.
 */
export class JunitReader implements XmlReport {
  readonly title = 'JUnit';
  readonly roots = ['testsuites', 'testsuite'];
  readonly #counts: TestCounts = {
    passed: 0,
    failed: 0,
    errors: 0,
    skipped: 0,
    flaky: 0,
  };
  readonly #suites: Suite[] = [];
  #case: TestCase | undefined;

  open(
    name: string,
    attributes: XmlAttributes,
    parents: readonly string[],
  ): void {
    if (name === 'testsuite' || name === 'testsuites') {
      this.#suites.push({ attributes, counted: false });
      return;
    }
    if (name === 'testcase') {
      const notRun = [attributes.status, attributes.result].some(
        word => word !== undefined && NOT_RUN.has(word.toLowerCase()),
      );
      this.#case = { result: notRun ? 'skipped' : undefined, rerun: false };
      return;
    }
    if (!this.#case || parents[parents.length - 1] !== 'testcase') {
      return;
    }
    const result = RESULTS.find(word => word === name);
    if (result) {
      const worst = RESULTS.find(
        word => word === result || word === this.#case?.result,
      );
      this.#case.result = worst;
    }
    this.#case.rerun ||= RERUNS.has(name);
  }

  close(name: string): void {
    if (name === 'testcase' && this.#case) {
      this.#countCase(this.#case);
      this.#case = undefined;
      const suite = this.#suites[this.#suites.length - 1];
      suite.counted = true;
      return;
    }
    if (name === 'testsuite' || name === 'testsuites') {
      const suite = this.#suites.pop()!;
      const counted = suite.counted || this.#countSuite(suite.attributes);
      const around = this.#suites[this.#suites.length - 1];
      if (around && counted) {
        around.counted = true;
      }
    }
  }

  finish(): ReportContents {
    const { passed, failed, errors, skipped } = this.#counts;
    const executed = passed + failed + errors;
    if (executed === 0) {
      throw new InputError(
        skipped === 0
          ? 'The report has no tests: send it when there are some, since none is not the same as none that failed'
          : `The report has ${skipped} tests and all were skipped: there is nothing to count, since none was executed`,
      );
    }
    return {
      share: { part: passed, total: executed },
      tests: { ...this.#counts },
    };
  }

  #countCase({ result, rerun }: TestCase): void {
    switch (result) {
      case 'error':
        this.#counts.errors += 1;
        break;
      case 'failure':
        this.#counts.failed += 1;
        break;
      case 'skipped':
        this.#counts.skipped += 1;
        break;
      default:
        this.#counts.passed += 1;
        this.#counts.flaky += rerun ? 1 : 0;
    }
  }

  /** @returns whether the attributes say anything */
  #countSuite(attributes: XmlAttributes): boolean {
    const tests = countOf(attributes, 'tests');
    if (!tests) {
      return false;
    }
    const failed = countOf(attributes, 'failures') ?? 0;
    const errors = countOf(attributes, 'errors') ?? 0;
    const skipped =
      (countOf(attributes, 'skipped') ?? countOf(attributes, 'skip') ?? 0) +
      (countOf(attributes, 'disabled') ?? 0);
    const passed = tests - failed - errors - skipped;
    if (passed < 0) {
      throw new InputError(
        `a suite says that of ${tests} tests ${failed} failed, ${errors} had an error and ${skipped} were skipped, more than there are`,
      );
    }
    this.#counts.passed += passed;
    this.#counts.failed += failed;
    this.#counts.errors += errors;
    this.#counts.skipped += skipped;
    return true;
  }
}
