/**
 * A text of JSON, which is left alone, or a whole number of 16 digits or more:
 * from there on numbers of JavaScript have gaps.
 */
const TEXT_OR_BIG_INTEGER =
  /"[^"\\]*(?:\\.[^"\\]*)*"?|(?<![\d.eE+-])-?[1-9]\d{15,}(?![\d.eE])/gs;

/**
 * Puts whole numbers that JavaScript cannot hold into quotes, so that none of
 * their digits is lost when the JSON is parsed.
 *
 * @param json - may be no JSON at all; then it is none afterwards either
 */
export function quoteBigIntegers(json: string): string {
  return json.replace(TEXT_OR_BIG_INTEGER, token =>
    token.startsWith('"') ? token : `"${token}"`,
  );
}
