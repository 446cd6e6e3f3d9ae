/**
 * Text that does nothing to a terminal: what the portal repeats of a file may
 * hold control characters.
 */
export function printable(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\uFFFD');
}
