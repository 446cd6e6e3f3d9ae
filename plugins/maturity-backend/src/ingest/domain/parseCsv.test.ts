import fc from 'fast-check';
import { parseCsv, type CsvRow } from './parseCsv';

const parse = (table: string) => [...parseCsv(table)];
const cellsOf = (table: string) =>
  parse(table).map(row => ('cells' in row ? row.cells : row.problem));

describe('comma-separated values', () => {
  it.each<[string, string[][]]>([
    [
      'a,b\r\nc,d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a,b\nc', [['a', 'b'], ['c']]],
    ['a\rb\r', [['a'], ['b']]],
    ['\uFEFFa,b\n', [['a', 'b']]],
    ['\uFEFF"a",b', [['a', 'b']]],
    [
      'a,,\n,',
      [
        ['a', '', ''],
        ['', ''],
      ],
    ],
    ['"a,b","c ""d""",""\n', [['a,b', 'c "d"', '']]],
    [
      '"two\r\nlines",b\nc,d',
      [
        ['two\r\nlines', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a\n\n\r\nb\n', [['a'], ['b']]],
    ['""\n', [['']]],
    ['5" disk,x', [['5" disk', 'x']]],
    ['=1+1,@x,+7,-2', [['=1+1', '@x', '+7', '-2']]],
    ['', []],
    ['\n', []],
  ])('of %j', (table, cells) => {
    expect(cellsOf(table)).toEqual(cells);
  });

  it('count lines, those inside of cells too', () => {
    expect(parse('a\n"b\n\nc"\r\n\nd\n').map(({ line }) => line)).toEqual([
      1, 2, 6,
    ]);
  });

  it('lose a row that is not well formed, and no other', () => {
    expect(cellsOf('a,b\n"x"y,z\nc,d\n')).toEqual([
      ['a', 'b'],
      'There is text behind a closed quote: write a quote inside of a cell twice',
      ['c', 'd'],
    ]);
    const rows: CsvRow[] = parse('a\nb,"open\nc\n');
    expect(rows).toEqual([
      { line: 1, cells: ['a'] },
      { line: 2, problem: expect.stringContaining('never closed') },
    ]);
  });

  it('give back what was written by RFC 4180', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', ',', '"', '\n', '\r', ' '),
    });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }));
    fc.assert(
      fc.property(table, fc.constantFrom('\n', '\r\n'), (rows, lineEnd) => {
        const written = rows
          .map(row =>
            row.map(text => `"${text.replace(/"/g, '""')}"`).join(','),
          )
          .join(lineEnd);
        expect(cellsOf(written)).toEqual(rows);
      }),
    );
  });

  it('never fail, whatever is read', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ',', '"', '\n', '\r', '\uFEFF'),
    });
    fc.assert(
      fc.property(text, table => {
        for (const row of parse(table)) {
          expect(row.line).toBeGreaterThan(0);
        }
      }),
    );
  });
});
