/** GitHub's longest body of a pull request; longer texts are expensive to read. */
const MOST_CHARACTERS = 65_536;

/** One that is never closed goes on to the end. */
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;

const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** Between runs of as many backticks, in a line. */
const CODE = /(?<!`)(`{1,8})(?!`)[^\n]+?(?<!`)\1(?!`)/g;

/** What a text in Markdown says. @public */
export interface Prose {
  prose: string;
  /** False where the text is longer than what was read. */
  isWhole: boolean;
}

/**
 * A text in Markdown without what GitHub and GitLab read no references from
 * either: comments, which templates are full of, and code.
 *
 * @public
 */
export function proseOf(text: string): Prose {
  return {
    prose: withoutBlocks(text.slice(0, MOST_CHARACTERS))
      .replace(COMMENT, ' ')
      .replace(CODE, ' '),
    isWhole: text.length <= MOST_CHARACTERS,
  };
}

function withoutBlocks(text: string): string {
  let open: string | undefined;
  const kept = text.split('\n').filter(line => {
    const fence = FENCE.exec(line)?.[1];
    if (open === undefined) {
      open = fence;
      return fence === undefined;
    }
    // A block ends with a fence that is no shorter than the one it began with.
    open = fence?.startsWith(open) ? undefined : open;
    return false;
  });
  return kept.join('\n');
}
