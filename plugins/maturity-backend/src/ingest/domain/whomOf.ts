import type { Names } from './readNames';

/** Whose something is as one text, for ids: the entity, else its first name. */
export function whomOf({ entityRef, aliases }: Names): string {
  const [first] = aliases;
  return entityRef ?? (first ? `${first.scheme}:${first.value}` : '');
}
