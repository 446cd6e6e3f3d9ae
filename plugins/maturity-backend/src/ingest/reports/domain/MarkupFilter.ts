/** What begins a part without markup, and what ends it. */
const OPAQUE: readonly { begin: string; end: string }[] = [
  { begin: '<!--', end: '-->' },
  { begin: '<![CDATA[', end: ']]>' },
];

const LONGEST_BEGIN = '<![CDATA['.length;

/**
 * Takes comments and CDATA sections out of XML as it arrives: nothing is counted
 * in them, and the parser would hold each whole, the whole log of a build.
 *
 * @remarks
 *
 * Line ends stay, so that lines keep their numbers.
 */
export class MarkupFilter {
  /** What has to come before there is markup again. */
  #end: string | undefined;
  #rest = '';

  /** @param text - may end anywhere */
  push(text: string): string {
    const all = this.#rest + text;
    let markup = '';
    let at = 0;
    for (;;) {
      if (this.#end === undefined) {
        const begin = this.#findBegin(all, at);
        markup += all.slice(at, begin.at);
        if (begin.end === undefined) {
          this.#rest = all.slice(begin.at);
          return markup;
        }
        this.#end = begin.end;
        at = begin.at + begin.length;
      }
      const end = all.indexOf(this.#end, at);
      if (end < 0) {
        const kept = Math.max(at, all.length - this.#end.length + 1);
        this.#rest = all.slice(kept);
        return markup + lineEnds(all.slice(at, kept));
      }
      markup += lineEnds(all.slice(at, end));
      at = end + this.#end.length;
      this.#end = undefined;
    }
  }

  /** @throws Error where a comment or a CDATA section has no end */
  finish(): string {
    if (this.#end !== undefined) {
      throw new Error(
        `unexpected end: a ${
          this.#end === '-->' ? 'comment' : 'CDATA section'
        } has no end.`,
      );
    }
    return this.#rest;
  }

  /** Where the next part without markup begins, or what may be its beginning. */
  #findBegin(
    text: string,
    from: number,
  ): { at: number; length: number; end?: string } {
    let at = text.indexOf('<!', from);
    while (at >= 0) {
      const seen = text.slice(at, at + LONGEST_BEGIN);
      const found = OPAQUE.find(({ begin }) => seen.startsWith(begin));
      if (found) {
        return { at, length: found.begin.length, end: found.end };
      }
      if (at + seen.length === text.length && mayBegin(seen)) {
        return { at, length: 0 };
      }
      at = text.indexOf('<!', at + 1);
    }
    const last = text.endsWith('<') ? text.length - 1 : text.length;
    return { at: Math.max(from, last), length: 0 };
  }
}

function mayBegin(seen: string): boolean {
  return OPAQUE.some(({ begin }) => begin.startsWith(seen));
}

function lineEnds(text: string): string {
  return text.replace(/[^\n]+/g, '');
}
