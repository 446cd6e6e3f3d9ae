import {
  NAME_ANNOTATIONS,
  type Alias,
  type AliasScheme,
  type SetupAnnotation,
  type SetupName,
} from '@devops-scorecards/plugin-maturity-common';
import { namesIn } from '../../catalog/domain/aliasesOf';
import { compareText } from '../../facts/domain/compareText';

type Annotations = Readonly<Record<string, string>>;

/** A source and the schemes of names by which it knows entities. */
export interface NamedBy {
  source: string;
  schemes: readonly AliasScheme[];
}

/** The annotations that tell names, with what is made of them. */
export function setupAnnotations(
  annotations: Annotations,
  sources: readonly NamedBy[],
): SetupAnnotation[] {
  return NAME_ANNOTATIONS.map(known => {
    const { annotation, scheme, example } = known;
    const value = annotations[annotation];
    return {
      annotation,
      ...(scheme && { scheme }),
      ...(value !== undefined && { value }),
      example,
      names: namesIn(known, annotations),
      sources: sources
        .filter(({ schemes }) => !scheme || schemes.includes(scheme))
        .map(({ source }) => source),
    };
  });
}

/** Names of an entity by scheme and value, each with where it is from. */
export function setupNames(
  names: readonly (Alias & { origin: string })[],
  annotations: readonly SetupAnnotation[],
): SetupName[] {
  return names
    .map(({ scheme, value, origin }): SetupName => {
      if (origin === 'operator') {
        return { scheme, value, origin };
      }
      if (scheme === 'entity') {
        return { scheme, value, origin: 'ref' };
      }
      const from = annotations.find(annotation =>
        annotation.names.some(
          name => name.scheme === scheme && name.value === value,
        ),
      );
      return {
        scheme,
        value,
        origin: 'annotation',
        ...(from && { annotation: from.annotation }),
      };
    })
    .sort(
      (a, b) =>
        compareText(a.scheme, b.scheme) ||
        compareText(a.value, b.value) ||
        compareText(a.origin, b.origin),
    );
}

/**
 * The names by which a source can know an entity, the most telling first.
 *
 * @param schemes - `undefined` where it takes any name
 */
export function namesFor(
  names: readonly Alias[],
  schemes: readonly AliasScheme[] | undefined,
): Alias[] {
  const unique = new Map(
    names.map(({ scheme, value }) => [
      `${scheme}\n${value}`,
      { scheme, value },
    ]),
  );
  const all = [...unique.values()];
  return schemes === undefined
    ? all
    : schemes.flatMap(scheme => all.filter(name => name.scheme === scheme));
}
