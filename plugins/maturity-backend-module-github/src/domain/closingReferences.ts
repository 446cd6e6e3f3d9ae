const KEYWORD = String.raw`(?<![\w-])(?:close[sd]?|fix(?:e[sd])?|resolve[sd]?)(?::[ \t]*|[ \t]+)`;

const SLUG = String.raw`[\w.-]{1,39}/[\w.-]{1,100}`;

const NUMBER = String.raw`[1-9]\d{0,9}(?!\w)`;

const CLOSING = new RegExp(
  [
    KEYWORD,
    '(?:',
    String.raw`(?<slug>${SLUG})?#(?<number>${NUMBER})`,
    String.raw`|GH-(?<short>${NUMBER})`,
    String.raw`|https?://(?<host>[^\s/]{1,253})/(?<path>${SLUG})/issues/(?<linked>${NUMBER})`,
    ')',
  ].join(''),
  'gi',
);

/**
 * The issues that a text closes by GitHub's keywords, such as `Closes #12`,
 * `Fixes owner/name#12` or with the address of an issue, see
 * https://docs.github.com/en/issues/tracking-your-work-with-issues/using-issues/linking-a-pull-request-to-an-issue.
 *
 * @param text - without code and comments
 * @param options - `repository`: the slug that a bare number belongs to;
 * `host`: of that GitHub, whose addresses alone are read
 * @returns each as `owner/name#12`, in lower case
 */
export function closingReferences(
  text: string,
  options: { repository: string; host: string },
): string[] {
  const found: string[] = [];
  for (const { groups = {} } of text.matchAll(CLOSING)) {
    const { slug, number, short, host, path, linked } = groups;
    if (host === undefined || host.toLowerCase() === options.host) {
      const repository = path ?? slug ?? options.repository;
      found.push(`${repository}#${number ?? short ?? linked}`.toLowerCase());
    }
  }
  return found;
}
