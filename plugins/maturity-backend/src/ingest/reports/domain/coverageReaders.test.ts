import fc from 'fast-check';
import { readWhole } from '../__testUtils__/readWhole';

describe('reports of lcov', () => {
  const read = (...lines: string[]) => readWhole('lcov', lines.join('\n'));

  // Records are those of https://github.com/linux-test-project/lcov/blob/master/man/geninfo.1
  it('sum up the lines and branches of their files', () => {
    expect(
      read(
        'TN:unit',
        'SF:/src/a.ts',
        'FN:1,f',
        'FNDA:3,f',
        'FNF:1',
        'FNH:1',
        'BRDA:2,0,0,1',
        'BRDA:2,0,1,-',
        'BRF:2',
        'BRH:1',
        'DA:1,3',
        'DA:2,0',
        'LF:2',
        'LH:1',
        'end_of_record',
        'TN:unit',
        'SF:/src/b.ts',
        'DA:1,1,checksum==',
        'LF:1',
        'LH:1',
        'end_of_record',
        '',
      ),
    ).toEqual({
      share: { part: 2, total: 3 },
      branches: { part: 1, total: 2 },
    });
  });

  it('count the lines of a file that does not say how many there are', () => {
    expect(
      read(
        'SF:a',
        'DA:1,3',
        'DA:2,0',
        'DA:3,-2',
        'BRDA:1,0,0,1',
        'BRDA:1,0,1,0',
        'end_of_record',
      ),
    ).toEqual({
      share: { part: 1, total: 3 },
      branches: { part: 1, total: 2 },
    });
  });

  it('count a line once that several test runs tell of', () => {
    expect(
      read(
        ...['TN:a', 'SF:x', 'DA:1,1', 'DA:2,0', 'BRDA:2,0,0,-', 'LF:2', 'LH:1'],
        'end_of_record',
        ...['TN:b', 'SF:x', 'DA:2,4', 'DA:3,0', 'BRDA:2,0,0,4', 'LF:2', 'LH:1'],
        'end_of_record',
      ),
    ).toEqual({
      share: { part: 2, total: 3 },
      branches: { part: 1, total: 1 },
    });
  });

  it('take the largest sums where several test runs tell of no lines', () => {
    expect(
      read(
        ...['SF:x', 'LF:10', 'LH:4', 'BRF:4', 'BRH:1', 'end_of_record'],
        ...['SF:x', 'LF:10', 'LH:6', 'BRF:4', 'BRH:3', 'end_of_record'],
      ),
    ).toEqual({
      share: { part: 6, total: 10 },
      branches: { part: 3, total: 4 },
    });
  });

  it('say nothing of branches that they cannot tell apart', () => {
    const section = ['SF:x', 'DA:1,1', 'BRDA:1,e0,a && b,1', 'end_of_record'];
    expect(read(...section, ...section)).toEqual({
      share: { part: 1, total: 1 },
      branches: undefined,
    });
  });

  it('end a file where the next one begins', () => {
    expect(
      read('SF:a', 'LF:2', 'LH:1', 'SF:b', 'LF:2', 'LH:2', 'end_of_record')
        .share,
    ).toEqual({ part: 3, total: 4 });
  });

  it.each([
    ['is cut off', ['SF:a', 'DA:1,1'], /line 2: it ends inside of a file/],
    ['counts nothing', ['TN:', 'SF:a', 'end_of_record'], /no coverable lines/],
    ['is another format', ['<coverage/>'], /line 1: it begins with no record/],
    [
      'has a line without a count',
      ['SF:a', 'DA:1', 'end_of_record'],
      /line 2: DA must be/,
    ],
    [
      'has a branch without a count',
      ['SF:a', 'BRDA:1,0,0', 'end_of_record'],
      /line 2: BRDA must be/,
    ],
    ['has a sum that is no number', ['SF:a', 'LF:x'], /line 2: LF must be/],
    [
      'is covered by more than 100 %',
      ['SF:a', 'LF:10', 'LH:12', 'end_of_record'],
      /line 4: LH is 12 and LF is 10: more is hit/,
    ],
    [
      'has an endless line',
      ['SF:a', 'x'.repeat(1_000_001)],
      /line 2: .*too lo/,
    ],
  ])('are refused where one %s', (_, lines, message) => {
    expect(() => read(...lines)).toThrow(message);
  });

  it('give the same however often, and in what order, runs are told of', () => {
    const hit = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.boolean());
    const runs = fc.array(fc.array(hit, { minLength: 1 }), { minLength: 2 });
    fc.assert(
      fc.property(runs, told => {
        const lines = told.flatMap(run => [
          'SF:x',
          ...run.map(([line, isHit]) => `DA:${line},${isHit ? 7 : 0}`),
          'end_of_record',
        ]);
        const all = told.flat();
        const covered = all.filter(([, isHit]) => isHit).map(([line]) => line);
        expect(read(...lines).share).toEqual({
          part: new Set(covered).size,
          total: new Set(all.map(([line]) => line)).size,
        });
      }),
      { numRuns: 50 },
    );
  });
});

describe('reports of Cobertura', () => {
  const read = (text: string) => readWhole('cobertura', text);

  // Elements are those of http://cobertura.sourceforge.net/xml/coverage-04.dtd
  it('are read by their counts and never by their rounded rate', () => {
    expect(
      read(`<?xml version="1.0" ?>
<!DOCTYPE coverage SYSTEM 'http://cobertura.sourceforge.net/xml/coverage-04.dtd'>
<coverage line-rate="0.6117" branch-rate="0.5" lines-covered="156" lines-valid="255"
  branches-covered="5" branches-valid="10" version="1.9" timestamp="1">
  <packages><package><classes><class filename="a"><methods/><lines>
    <line number="1" hits="0"/>
  </lines></class></classes></package></packages>
</coverage>`),
    ).toEqual({
      share: { part: 156, total: 255 },
      branches: { part: 5, total: 10 },
    });
  });

  it.each(['', 'lines-valid="0" lines-covered="0"'])(
    'count each line of a file once where the root says nothing: %p',
    root => {
      const lines = (...hits: number[]) =>
        `<lines>${hits
          .map(
            (count, index) => `<line number="${index + 1}" hits="${count}"/>`,
          )
          .join('')}</lines>`;
      expect(
        read(`<coverage line-rate="0.9" ${root}><packages><package><classes>
          <class filename="a.py">
            <methods><method>${lines(1, 0)}</method></methods>${lines(1, 0, 0)}
          </class>
          <class filename="a.py"><methods/>${lines(
            0,
            0,
            12345678901234567,
          )}</class>
          <class filename="b.py"><methods><method>${lines(
            2,
          )}</method></methods></class>
        </classes></package></packages></coverage>`),
      ).toEqual({ share: { part: 3, total: 4 }, branches: undefined });
    },
  );

  it.each([
    ['covers nothing', '<coverage/>', /no coverable lines/],
    [
      'covers more than 100 %',
      '<coverage lines-covered="3" lines-valid="2"/>',
      /3 of 2 lines are covered/,
    ],
    [
      'has a line without hits',
      '<coverage><class filename="a"><lines><line number="1"/></lines></class></coverage>',
      /a line lacks its number or its hits/,
    ],
    [
      'covers more branches than there are',
      '<coverage lines-covered="1" lines-valid="2" branches-covered="3" branches-valid="2"/>',
      /3 of 2 branches/,
    ],
  ])('are refused where one %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});

describe('reports of JaCoCo', () => {
  const read = (text: string) => readWhole('jacoco', text);
  const counter = (type: string, missed: number, covered: number) =>
    `<counter type="${type}" missed="${missed}" covered="${covered}"/>`;

  // Elements are those of https://www.jacoco.org/jacoco/trunk/coverage/report.dtd
  it('are read by the counters of the whole report', () => {
    expect(
      read(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd">
<report name="app">
  <sessioninfo id="x" start="1" dump="2"/>
  <group name="module">
    <package name="p"><class name="c"><method name="m" desc="()V">${counter(
      'LINE',
      9,
      9,
    )}</method></class></package>
    ${counter('LINE', 5, 5)}
  </group>
  ${counter('INSTRUCTION', 100, 100)}${counter('BRANCH', 3, 1)}${counter(
        'LINE',
        40,
        60,
      )}
</report>`),
    ).toEqual({
      share: { part: 60, total: 100 },
      branches: { part: 1, total: 4 },
    });
  });

  it.each([
    [
      'has no lines of its own',
      `<report><package>${counter('LINE', 1, 1)}</package></report>`,
      /no counter of type LINE: .*debug information/,
    ],
    [
      'covers nothing',
      `<report>${counter('LINE', 0, 0)}</report>`,
      /no coverable lines/,
    ],
    [
      'has half a counter',
      '<report><counter type="LINE" missed="1"/></report>',
      /a counter lacks missed or covered/,
    ],
  ])('are refused where one %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});

describe('reports of Clover', () => {
  const read = (text: string) => readWhole('clover', text);

  // Elements are those of https://openclover.org/doc/manual/4.2.0/developer-guide--xml-report-schema.html
  it('are read by the statements of the project, not by elements', () => {
    expect(
      read(`<coverage generated="1" clover="4.4.1">
  <project name="app" timestamp="1">
    <metrics statements="100" coveredstatements="70" conditionals="20" coveredconditionals="5"
      methods="30" coveredmethods="30" elements="150" coveredelements="105"/>
    <package name="p">
      <metrics statements="100" coveredstatements="70"/>
      <file name="f"><metrics statements="100" coveredstatements="70"/></file>
    </package>
  </project>
  <testproject timestamp="1"><metrics statements="9" coveredstatements="9"/></testproject>
</coverage>`),
    ).toEqual({
      share: { part: 70, total: 100 },
      branches: { part: 5, total: 20 },
    });
  });

  it.each([
    [
      'has no metrics of its project',
      '<coverage><project><package><metrics statements="1" coveredstatements="1"/></package></project></coverage>',
      /no metrics of its project/,
    ],
    [
      'covers nothing',
      '<coverage><project><metrics statements="0" coveredstatements="0"/></project></coverage>',
      /no coverable statements/,
    ],
    [
      'covers more than 100 %',
      '<coverage><project><metrics statements="1" coveredstatements="2"/></project></coverage>',
      /2 of 1 statements/,
    ],
  ])('are refused where one %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
