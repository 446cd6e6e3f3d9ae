/**
 * What an annotation of an entity says, without space around it.
 *
 * @param entity - as the catalog had it
 * @returns `undefined` where it is absent, empty or no text
 */
export function annotationOf(
  entity: Readonly<Record<string, unknown>>,
  annotation: string,
): string | undefined {
  const metadata = entity.metadata as
    | { annotations?: Record<string, unknown> }
    | undefined;
  const value = metadata?.annotations?.[annotation];
  const text = typeof value === 'string' ? value.trim() : '';
  return text === '' ? undefined : text;
}
