/** A JSON object whose members are not known. */
export type JsonRecord = Readonly<Record<string, unknown>>;

export function isJsonRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member if it is a non-empty string. */
export function textOf(record: JsonRecord, name: string): string | undefined {
  const value = record[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The member if it is an object, else an empty one. */
export function recordOf(record: JsonRecord, name: string): JsonRecord {
  const value = record[name];
  return isJsonRecord(value) ? value : {};
}
