import { readWhole } from '../__testUtils__/readWhole';

const read = (text: string) => readWhole('junit', text);

function tests(passed: number, failed = 0, errors = 0, skipped = 0, flaky = 0) {
  return {
    share: { part: passed, total: passed + failed + errors },
    tests: { passed, failed, errors, skipped, flaky },
  };
}

// Elements and attributes are those of the schema of Maven Surefire,
// https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd,
// and of GoogleTest, https://google.github.io/googletest/advanced.html.
describe('reports of JUnit', () => {
  it('count what passed of what was executed, the gravest result of a test first', () => {
    expect(
      read(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite name="a" tests="4" failures="1" errors="1" skipped="1">
    <testcase name="passes"><system-out>all &lt;well&gt;</system-out></testcase>
    <testcase name="fails"><skipped/><failure message="1 &gt; 2">at line 7</failure></testcase>
    <testcase name="breaks"><failure/><error type="NullPointerException"/></testcase>
    <testcase name="waits"><skipped message="later"/></testcase>
  </testsuite>
</testsuites>`),
    ).toEqual(tests(1, 1, 1, 1));
  });

  it('count in suites of suites, and test cases that close themselves', () => {
    expect(
      read(`<testsuites tests="99">
        <testsuite name="outer" tests="3">
          <testcase name="own"/>
          <testsuite name="inner" tests="2">
            <testcase name="a"/><testcase name="b"/>
          </testsuite>
        </testsuite>
      </testsuites>`),
    ).toEqual(tests(3));
  });

  it('take a suite without test cases by its attributes, but never the sum around it', () => {
    expect(
      read(`<testsuites tests="15" failures="2" errors="1">
        <testsuite tests="10" failures="2" errors="1" skipped="3"/>
        <testsuite tests="5"><properties/></testsuite>
      </testsuites>`),
    ).toEqual(tests(9, 2, 1, 3));
    expect(read('<testsuites tests="4" disabled="1" failures="1"/>')).toEqual(
      tests(2, 1, 0, 1),
    );
    expect(
      read(`<testsuite tests="8">
        <testcase name="a"/>
        <testsuite tests="7" skip="2"/>
      </testsuite>`),
    ).toEqual(tests(6, 0, 0, 2));
  });

  it.each(['status="disabled"', 'status="notrun"', 'result="suppressed"'])(
    'do not take a test with %s for executed',
    attribute => {
      expect(
        read(`<testsuite><testcase ${attribute}/><testcase/></testsuite>`),
      ).toEqual(tests(1, 0, 0, 1));
    },
  );

  it('take two tests of one name for two runs', () => {
    expect(
      read(`<testsuite>
        <testcase classname="A" name="a"/>
        <testcase classname="A" name="a"><failure/></testcase>
      </testsuite>`),
    ).toEqual(tests(1, 1));
  });

  it('take a test for passed that passed in the end, and remember that it was flaky', () => {
    expect(
      read(`<testsuite>
        <testcase name="flaky"><flakyFailure message="x"><stackTrace>t</stackTrace></flakyFailure></testcase>
        <testcase name="failed again"><failure/><rerunFailure/><rerunFailure/></testcase>
      </testsuite>`),
    ).toEqual(tests(1, 1, 0, 0, 1));
  });

  it('leave alone what stands deeper in a test case or outside of one', () => {
    expect(
      read(`<testsuite>
        <failure/>
        <testcase name="a"><properties><property name="x"><failure/></property></properties></testcase>
      </testsuite>`),
    ).toEqual(tests(1));
  });

  it.each([
    ['has no tests', '<testsuites/>', /no tests/],
    ['has 0 tests', '<testsuite tests="0"/>', /no tests/],
    [
      'executed none',
      '<testsuite><testcase><skipped/></testcase></testsuite>',
      /1 tests and all were skipped/,
    ],
    [
      'counts more failures than tests',
      '<testsuite tests="2" failures="2" errors="1"/>',
      /line 1: a suite says that of 2 tests 2 failed, 1 had an error/,
    ],
    [
      'counts by no number',
      '<testsuite\n tests="-1"/>',
      /line 2: tests is "-1", which is no whole number/,
    ],
    ['is of another format', '<coverage/>', /<coverage>, that of JUnit is <te/],
  ])('are refused where one %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
