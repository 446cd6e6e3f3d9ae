const MAX_LENGTH = 500;

/**
 * What looks like a credential: in an address, behind the word for it, or by
 * the shape in which producers make them.
 */
const SECRETS: readonly [RegExp, string][] = [
  [/(\/\/)[^/\s@]+@/g, '$1***@'],
  [/\b(bearer|basic|token)\s+[\w.~+/=-]{8,}/gi, '$1 ***'],
  [
    /\b((?:private[-_]?|access[-_]?|refresh[-_]?)?token|secret|password|api[-_]?key|authorization)(["']?\s*[:=]\s*["']?)[^\s"',;&]+/gi,
    '$1$2***',
  ],
  [/\b(?:gh[a-z]_|github_pat_|gl[a-z]{2,6}-)[\w-]{10,}/g, '***'],
];

/**
 * What an error says, for operators: without what looks like a credential, and
 * at most 500 characters.
 */
export function errorText(error: unknown): string {
  let text = error instanceof Error ? error.message : String(error);
  for (const [pattern, replacement] of SECRETS) {
    text = text.replace(pattern, replacement);
  }
  // No NUL, which PostgreSQL refuses, and no half of a surrogate pair at the cut.
  const clean = text.replace(/[\0\p{Surrogate}]/gu, '').trim();
  return clean.length > MAX_LENGTH
    ? `${clean.slice(0, MAX_LENGTH - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
    : clean;
}
