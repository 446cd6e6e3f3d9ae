import fc from 'fast-check';
import { readWhole } from '../__testUtils__/readWhole';
import { createReportReader } from './createReportReader';

const read = (text: string, size?: number) => readWhole('junit', text, size);

const ONE_PASSED = { part: 1, total: 1 };

describe('XML of reports', () => {
  it('may be cut anywhere', () => {
    const text = `<?xml version="1.0"?>\r\n<!DOCTYPE testsuite>
<!-- <testcase/> -- looks like one <![CDATA[ -->
<testsuite name="&quot;ünï&#x1F600;𝄞"><testcase name="a">
<system-out><![CDATA[<testcase/> ]] ]>]]]></system-out></testcase>
<testcase><![CDATA[]]><failure/></testcase><!----></testsuite><!-- <testsuite> -->`;
    const whole = read(text);
    expect(whole.share).toEqual({ part: 1, total: 2 });
    for (let size = 1; size < 80; size += 1) {
      expect(read(text, size)).toEqual(whole);
    }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: text.length }), size => {
        expect(read(text, size)).toEqual(whole);
      }),
    );
  });

  it('names the line of what is wrong, also behind skipped texts', () => {
    const text =
      '<testsuite>\n<!--\n\n-->\n<![CDATA[\n\n]]>\n<testcase>\n</wrong>';
    for (const size of [1, 7, text.length]) {
      expect(() => read(text, size)).toThrow(
        'The report cannot be read at line 9: unexpected close tag.',
      );
    }
  });

  it.each([
    ['no XML', 'PASS 12 tests', /line 1: text data outside of root node/],
    ['nothing', ' ', /document must contain a root element/],
    ['cut off', '<testsuite><testcase/>', /unclosed tag: testsuite/],
    ['cut off in a tag', '<testsuite><testca', /unclosed tag|unexpected end/],
    ['cut off in a comment', '<testsuite/><!-- ', /comment has no end/],
    ['cut off in CDATA', '<testsuite><![CDATA[ x', /CDATA section has no end/],
    ['not well formed', '<testsuite a=1/>', /unquoted attribute value/],
    ['two documents', '<testsuite/><testsuite/>', /only one root/],
    [
      'of a control character',
      '<testsuite>\u0001</testsuite>',
      /disallowed ch/,
    ],
    [
      'of an attribute twice',
      '<testsuite a="1" a="2"/>',
      /duplicate attribute/,
    ],
  ])('is refused when it is %s', (_, text, message) => {
    expect(() => read(text)).toThrow(message);
  });

  describe('does not let a few bytes become many', () => {
    const laughs = Array.from(
      { length: 10 },
      (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i};`.repeat(10)}">`,
    ).join('');

    it.each([
      [
        'entities of entities',
        `<!DOCTYPE testsuite [<!ENTITY lol0 "lol">${laughs}]><testsuite>&lol10;</testsuite>`,
        /declares entities/,
      ],
      [
        'one large entity',
        `<!DOCTYPE testsuite [ <!ENTITY a "${'a'.repeat(
          100_000,
        )}">]><testsuite>${'&a;'.repeat(1000)}</testsuite>`,
        /declares entities/,
      ],
      [
        'a file',
        '<!DOCTYPE testsuite [<!ENTITY xxe SYSTEM "file:///etc/passwd">]><testsuite>&xxe;</testsuite>',
        /declares entities/,
      ],
      [
        'a parameter entity',
        '<!DOCTYPE testsuite [<!ENTITY % dtd SYSTEM "http://127.0.0.1/x">%dtd;]><testsuite/>',
        /declares entities/,
      ],
      [
        'an entity that nothing declares',
        '<testsuite name="&xxe;"/>',
        /undefined entity/,
      ],
      [
        'a name of every object',
        '<testsuite>&constructor;</testsuite>',
        /undef/,
      ],
      [
        'endless nesting',
        `<testsuite>${'<a>'.repeat(100_000)}`,
        /nested more than 100 deep/,
      ],
      [
        'endless attributes',
        `<testsuite ${Array.from({ length: 101 }, (_, i) => `a${i}=""`).join(
          ' ',
        )}/>`,
        /more than 100 attributes/,
      ],
    ])('by %s', (_, text, message) => {
      for (const size of [text.length, 1000]) {
        expect(() => read(text, size)).toThrow(message);
      }
    });

    it('but knows the entities of XML itself, and a DOCTYPE that names a file', () => {
      expect(
        read(
          '<!DOCTYPE testsuite SYSTEM "file:///etc/passwd"><testsuite><testcase name="&lt;&gt;&amp;&apos;&quot;&#65;"/></testsuite>',
        ).share,
      ).toEqual(ONE_PASSED);
    });
  });

  it('holds no text, however long', () => {
    const megabyte = `${'log of the build '.repeat(64 * 1024)}\n`;
    const pieces = [
      '<testsuite><testcase><system-out><![CDATA[',
      ...Array.from({ length: 100 }, () => megabyte),
      ']]></system-out><system-err>',
      ...Array.from({ length: 100 }, () => megabyte),
      '</system-err><!--',
      ...Array.from({ length: 100 }, () => megabyte),
      '--></testcase></testsuite>',
    ];
    const before = process.memoryUsage().heapUsed;
    let most = 0;
    const reader = createReportReader('junit');
    for (const piece of pieces) {
      reader.push(piece);
      most = Math.max(most, process.memoryUsage().heapUsed - before);
    }
    expect(reader.finish().share).toEqual(ONE_PASSED);
    // Of more than 300 MB that went through.
    expect(most).toBeLessThan(150 * 1024 * 1024);
  });
});
