/**
 * The address of the next page in a `Link` header (RFC 8288), if there is one.
 *
 * @param header - the value of `Link`
 * @param base - what a relative address is relative to
 */
export function nextLinkOf(
  header: string | undefined,
  base: string,
): string | undefined {
  // A comma may stand in an address, so links are not split at commas.
  for (const [, target, parameters] of (header ?? '').matchAll(
    /<([^>]*)>((?:\s*;\s*[\w!#$&+.^`|~-]+\*?\s*=\s*(?:"[^"]*"|[^\s",;]+))*)/g,
  )) {
    const relations =
      /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]+))/i.exec(parameters) ?? [];
    const names = (relations[1] ?? relations[2] ?? '').toLowerCase();
    if (names.split(/\s+/).includes('next') && URL.canParse(target, base)) {
      return new URL(target, base).href;
    }
  }
  return undefined;
}
