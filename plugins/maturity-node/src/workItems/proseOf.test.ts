import { proseOf } from './proseOf';

describe('proseOf', () => {
  it.each<[string, string, string]>([
    ['a comment', 'a <!-- Closes #1 --> b', 'a   b'],
    ['a comment of several lines', 'a<!--\nCloses #1\n-->b', 'a b'],
    ['a comment that is never closed', 'a <!-- Closes #1', 'a  '],
    ['code in a line', 'a `Closes #1` b', 'a   b'],
    ['code between two backticks', 'a ``Closes `#1` ``b', 'a  b'],
    ['a block', 'a\n```ts\nCloses #1\n```\nb', 'a\nb'],
    ['a block of tildes', 'a\n~~~\n```\nCloses #1\n~~~\nb', 'a\nb'],
    ['a block within a longer one', 'a\n````\n```\nx\n```\n````\nb', 'a\nb'],
    ['a block that is never closed', 'a\n```\nCloses #1', 'a'],
    ['lines as GitHub ends them', 'a\r\n```\r\nx\r\n```\r\nb', 'a\r\nb'],
  ])('leaves out %s', (_, text, prose) => {
    expect(proseOf(text)).toEqual({ prose, isWhole: true });
  });

  it.each([
    'Closes #1',
    'a ` that stands alone, Closes #1',
    'one ` here\nand one ` there',
    '> Closes #1',
    '`` ` ',
  ])('keeps %p', text => {
    expect(proseOf(text).prose).toBe(text);
  });

  it('reads no more than GitHub lets people write', () => {
    expect(proseOf(`${'x'.repeat(65_536)} Closes #1`)).toEqual({
      prose: 'x'.repeat(65_536),
      isWhole: false,
    });
  });

  it.each([
    '<!--',
    '`',
    '``',
    '```\n',
    '~~~\n',
    '` ',
    '<!-',
    'closes ',
    '` `` ``` ',
  ])('takes no long time over many of %p', part => {
    const started = Date.now();
    proseOf(part.repeat(65_536 / part.length));
    expect(Date.now() - started).toBeLessThan(1000);
  });
});
