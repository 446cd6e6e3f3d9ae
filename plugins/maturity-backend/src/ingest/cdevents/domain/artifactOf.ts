/**
 * The name of an artifact, written in one way.
 *
 * @remarks
 *
 * Package URLs may or may not escape the colon of a digest, and tools do both:
 * `sha256%3A0b31…` and `sha256:0b31…` are one artifact. Were they two, what was
 * tested in staging would not be what reaches production.
 */
export function artifactOf(text: string | undefined): string | undefined {
  return text?.replace(/%3a/gi, ':');
}
