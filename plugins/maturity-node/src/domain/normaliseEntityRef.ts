const NAME = '[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?';
const ENTITY_REF = new RegExp(
  `^([A-Za-z][A-Za-z0-9]*):(?:(${NAME})/)?(${NAME})$`,
);

/**
 * Full entity ref in lower case, for example `component:default/payments` of
 * `Component:Payments`; `undefined` where the text is none. The parser of the
 * catalog model takes names that no entity can have, such as `a:b/c/d`.
 */
export function normaliseEntityRef(text: string): string | undefined {
  const match = ENTITY_REF.exec(text);
  return (
    (match &&
      `${match[1]}:${match[2] ?? 'default'}/${match[3]}`.toLocaleLowerCase(
        'en-US',
      )) ??
    undefined
  );
}
