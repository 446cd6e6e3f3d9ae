import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  EVENT_SOURCE_ANNOTATION,
  GITHUB_PROJECT_ANNOTATION,
  PIPELINE_ANNOTATION,
  SERVICE_ID_ANNOTATION,
  type Alias,
  type AliasScheme,
} from '@devops-scorecards/plugin-maturity-common';

/** Longest name that is kept; no producer sends a longer one. */
const MAX_VALUE_LENGTH = 512;

const LISTS: readonly [annotation: string, scheme: AliasScheme][] = [
  [SERVICE_ID_ANNOTATION, 'service'],
  [PIPELINE_ANNOTATION, 'pipeline'],
  [EVENT_SOURCE_ANNOTATION, 'event-source'],
];

/** Annotations that may tell on which host an entity's repository lives. */
const LOCATIONS = [
  'backstage.io/source-location',
  'backstage.io/managed-by-location',
];

function splitList(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(part => part.length > 0);
}

/**
 * Host of the repository `owner/name`: that of the entity's own location when
 * it lies in this repository, so that GitHub Enterprise works; else GitHub's.
 */
function hostOf(
  annotations: Readonly<Record<string, string>>,
  slug: string,
): string {
  for (const annotation of LOCATIONS) {
    const [, host, path] =
      /^url:https?:\/\/([^/]+)\/(.*)$/i.exec(annotations[annotation] ?? '') ??
      [];
    if (host && `${path}/`.toLowerCase().startsWith(`${slug}/`)) {
      return host.toLowerCase();
    }
  }
  return 'github.com';
}

/**
 * By which names producers may know an entity: its own ref, its repository
 * and what its annotations list.
 *
 * @returns each name once
 */
export function aliasesOf(entity: Entity): Alias[] {
  const annotations = entity.metadata.annotations ?? {};
  const aliases: Alias[] = [
    { scheme: 'entity', value: stringifyEntityRef(entity) },
  ];
  for (const slug of splitList(annotations[GITHUB_PROJECT_ANNOTATION])) {
    const lower = slug.toLowerCase();
    aliases.push({
      scheme: 'repository',
      value: `${hostOf(annotations, lower)}/${lower}`,
    });
  }
  for (const [annotation, scheme] of LISTS) {
    for (const value of splitList(annotations[annotation])) {
      aliases.push({ scheme, value });
    }
  }
  const seen = new Set<string>();
  return aliases.filter(({ scheme, value }) => {
    const key = `${scheme}\n${value}`;
    const fresh = !seen.has(key) && value.length <= MAX_VALUE_LENGTH;
    seen.add(key);
    return fresh;
  });
}
