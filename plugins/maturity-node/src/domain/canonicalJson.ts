/**
 * JSON text that is the same for the same value, however it was spelled.
 *
 * @remarks
 *
 * Object keys are sorted by code unit, members that are `undefined` are left
 * out, and there is no white space; numbers and strings are written as
 * `JSON.stringify` writes them (as in RFC 8785). The nesting must have been
 * checked before, see {@link isDeeperThan}.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(item => canonicalJson(item ?? null)).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const object = value as Record<string, unknown>;
    const members = Object.keys(object)
      .filter(key => object[key] !== undefined)
      .sort()
      .map(key => `${JSON.stringify(key)}:${canonicalJson(object[key])}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}
