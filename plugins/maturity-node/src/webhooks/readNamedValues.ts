import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/**
 * Which of a producer's words mean which value: in the configuration every
 * value lists its words, for example
 * `severities: { critical: [critical, page], warning: [warning] }`.
 *
 * @param options - `config`: of the source; `key`: of the source, for messages;
 *   `name`: of the setting; `values`: those that may be listed; `fallback`:
 *   where the setting is left out, which replaces it as a whole
 * @returns the value by its word in lower case
 * @throws InputError for a value that there is none of, and for a word of two
 * @public
 */
export function readNamedValues<V extends string>(options: {
  config: Config | undefined;
  key: string;
  name: string;
  values: readonly V[];
  fallback?: Readonly<Partial<Record<V, readonly string[]>>>;
}): ReadonlyMap<string, V> {
  const { values, fallback } = options;
  const place = `${options.key}.${options.name}`;
  const config = options.config?.getOptionalConfig(options.name);
  const unknown = config?.keys().find(key => !values.includes(key as V));
  if (unknown) {
    throw new InputError(
      `${place}.${unknown} is no value: use ${values.join(', ')}`,
    );
  }
  const valueOf = new Map<string, V>();
  for (const value of values) {
    const words = config
      ? config.getOptionalStringArray(value)
      : fallback?.[value];
    for (const word of words ?? []) {
      const taken = valueOf.get(word.toLowerCase());
      if (taken && taken !== value) {
        throw new InputError(
          `${place}.${value} lists '${word}', which ${place}.${taken} lists too: a word has one meaning`,
        );
      }
      valueOf.set(word.toLowerCase(), value);
    }
  }
  return valueOf;
}
