import { nextLinkOf } from './nextLinkOf';

describe('nextLinkOf', () => {
  const base = 'https://api.example.org/v4/runs?page=1';

  it.each([
    // As GitHub documents it.
    [
      '<https://api.github.com/repositories/1/issues?page=2>; rel="prev", <https://api.github.com/repositories/1/issues?page=4>; rel="next", <https://api.github.com/repositories/1/issues?page=515>; rel="last"',
      'https://api.github.com/repositories/1/issues?page=4',
    ],
    // A comma in the address, and a relation among several.
    [
      '<https://a.org/x?ids=1,2>; rel="first", <https://a.org/x?ids=3,4>; title="a, b"; rel="up next"',
      'https://a.org/x?ids=3,4',
    ],
    ['<?page=2>; rel=next', 'https://api.example.org/v4/runs?page=2'],
    ['<https://a.org/x>; rel="NEXT"', 'https://a.org/x'],
  ])('finds it in %s', (header, expected) => {
    expect(nextLinkOf(header, base)).toBe(expected);
  });

  it.each([
    undefined,
    '',
    'next',
    '<https://a.org/x>; rel="last"',
    '<https://a.org/x>; rel="nextish"',
    '<https://a.org/next>',
    '<http://[>; rel="next"',
  ])('finds none in %s', header => {
    expect(nextLinkOf(header, base)).toBeUndefined();
  });

  it('takes a hostile header in its stride', () => {
    const header = `<a>${'; a=b'.repeat(20_000)}`;
    expect(nextLinkOf(header, base)).toBeUndefined();
  });
});
