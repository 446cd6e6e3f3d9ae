import fc from 'fast-check';
import { refusalsCsv } from './refusalsCsv';

const HEADER = 'line,id,code,message\r\n';

describe('refusalsCsv', () => {
  it('has a header also where nothing was refused', () => {
    expect(refusalsCsv([])).toBe(HEADER);
  });

  it.each([
    ['plain', 'plain'],
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['\n=1', '"\'\n=1"'],
    ['＝1', "'＝1"],
    ['a=1', 'a=1'],
    ['a,b', '"a,b"'],
    ['say "no"', '"say ""no"""'],
    ['="a"', '"\'=""a"""'],
    ['', ''],
  ])('writes the message %j as %j', (message, cell) => {
    expect(refusalsCsv([{ line: 7, id: 'e-1', code: 400, message }])).toBe(
      `${HEADER}7,e-1,400,${cell}\r\n`,
    );
  });

  it('guards ids as well, and leaves the cell empty where there is none', () => {
    expect(
      refusalsCsv([
        { line: 1, id: '=x', code: 409, message: 'm' },
        { line: 2, code: 400, message: 'n' },
      ]),
    ).toBe(`${HEADER}1,'=x,409,m\r\n2,,400,n\r\n`);
  });

  it('never begins a cell like a formula', () => {
    fc.assert(
      fc.property(fc.string(), message => {
        const csv = refusalsCsv([{ line: 1, code: 400, message }]);
        const cell = csv.slice(`${HEADER}1,,400,`.length).replace(/^"/, '');
        expect(cell === '\r\n' || !/^[=+\-@\t\r\n]/.test(cell)).toBe(true);
      }),
    );
  });
});
