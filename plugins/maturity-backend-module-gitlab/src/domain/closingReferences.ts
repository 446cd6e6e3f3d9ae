const KEYWORD =
  /(?<![\w-])(?:clos(?:e[sd]?|ing)|fix(?:e[sd]|ing)?|resolv(?:e[sd]?|ing)|implement(?:s|ed|ing)?):? +/gi;

const PATH = String.raw`(?:[\w.-]{1,255}/){0,20}[\w.-]{1,255}`;

const NUMBER = String.raw`[1-9]\d{0,9}(?!\w)`;

/** An issue, its project before the number or in its address, or a key. */
const REFERENCE = new RegExp(
  [
    String.raw`(?:issues? +)?(?:(?<path>${PATH})?#(?<number>${NUMBER})`,
    String.raw`|https?://(?<host>[^\s/]{1,253})/(?<project>${PATH})/-/(?:issues|work_items)/(?<linked>${NUMBER})`,
    String.raw`|(?<key>[A-Z][A-Z0-9_]+-\d+))`,
  ].join(''),
  'iy',
);

const SEPARATOR = /(?: *,? +and +| *, *| +)/iy;

/**
 * The issues that a text closes by GitLab's words, such as `Closes #12, #13`,
 * `Fixes group/project#12` or with the address of an issue, see
 * https://docs.gitlab.com/user/project/issues/managing_issues/#closing-issues-automatically.
 *
 * @param text - without code and comments
 * @param options - `project`: the path that a bare number belongs to; `host`:
 * of that GitLab, whose addresses alone are read
 * @returns each as `group/project#12`, in lower case
 */
export function closingReferences(
  text: string,
  options: { project: string; host: string },
): string[] {
  const found: string[] = [];
  for (const word of text.matchAll(KEYWORD)) {
    let at = word.index + word[0].length;
    // One word closes all that are listed after it.
    for (;;) {
      const match = matchAt(REFERENCE, text, at);
      if (!match) {
        break;
      }
      const { path, number, host, project, linked } = match.groups ?? {};
      const isElsewhere =
        host !== undefined && host.toLowerCase() !== options.host;
      const iid = number ?? linked;
      if (iid !== undefined && !isElsewhere) {
        found.push(
          `${project ?? path ?? options.project}#${iid}`.toLowerCase(),
        );
      }
      at += match[0].length;
      at += matchAt(SEPARATOR, text, at)?.[0].length ?? 0;
    }
  }
  return found;
}

function matchAt(sticky: RegExp, text: string, at: number) {
  sticky.lastIndex = at;
  return sticky.exec(text);
}
