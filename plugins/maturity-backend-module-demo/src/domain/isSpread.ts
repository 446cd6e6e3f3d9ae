/**
 * Whether an ordinal is one of `of` that lie evenly among `count`; a single one
 * lies in the middle. True for exactly `of` ordinals.
 */
export function isSpread(options: {
  ordinal: number;
  of: number;
  count: number;
}): boolean {
  const { ordinal, of, count } = options;
  const upTo = (ordinals: number) =>
    Math.floor((ordinals * of + Math.floor(count / 2)) / count);
  return upTo(ordinal + 1) > upTo(ordinal);
}
