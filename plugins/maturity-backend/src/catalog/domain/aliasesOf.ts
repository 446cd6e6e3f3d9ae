import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  ALIAS_SCHEMES,
  GITHUB_PROJECT_ANNOTATION,
  GITLAB_INSTANCE_ANNOTATION,
  GITLAB_PROJECT_ANNOTATION,
  NAME_ANNOTATIONS,
  SOURCE_LOCATION_ANNOTATION,
  type Alias,
  type NameAnnotation,
} from '@devops-scorecards/plugin-maturity-common';

/** Longest name that is kept; no producer sends a longer one. */
const MAX_VALUE_LENGTH = 512;

type Annotations = Readonly<Record<string, string>>;

/** Annotations that may tell on which host an entity's repository lives. */
const LOCATIONS = [
  SOURCE_LOCATION_ANNOTATION,
  'backstage.io/managed-by-location',
];

/** Where the address of a repository ends and that of a page in it begins. */
const PAGE_IN_REPOSITORY =
  /\/(?:-\/(?:tree|blob|edit)|tree|blob|edit|raw|src\/(?:branch|tag|commit)|browse)\/.*$/;

function splitList(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map(part => part.trim())
    .filter(part => part.length > 0);
}

/**
 * Host of the repository with a path: that of the entity's own location when
 * it lies in this repository, so that GitHub Enterprise and a GitLab of one's
 * own work without more.
 */
function hostOf(annotations: Annotations, path: string): string | undefined {
  for (const annotation of LOCATIONS) {
    const [, host, found] =
      /^url:https?:\/\/([^/]+)\/(.*)$/i.exec(annotations[annotation] ?? '') ??
      [];
    if (host && `${found}/`.toLowerCase().startsWith(`${path}/`)) {
      return host.toLowerCase();
    }
  }
  return undefined;
}

/** The repository that a location of sources lies in. */
function repositoryOf(location: string): string | undefined {
  const [, host, path] =
    /^url:https?:\/\/(?:[^/@]*@)?([^/?#]+)\/([^?#]+)/i.exec(location) ?? [];
  const repository = path
    ?.replace(PAGE_IN_REPOSITORY, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');
  return repository ? `${host}/${repository}`.toLowerCase() : undefined;
}

/** Names of the annotations that need more than a list to be cut. */
const READERS: Readonly<
  Record<string, (annotations: Annotations, value: string) => string[]>
> = {
  [GITHUB_PROJECT_ANNOTATION]: (annotations, value) =>
    splitList(value.toLowerCase()).map(
      slug => `${hostOf(annotations, slug) ?? 'github.com'}/${slug}`,
    ),
  [GITLAB_PROJECT_ANNOTATION]: (annotations, value) =>
    splitList(value.toLowerCase()).map(slug => {
      const instance = annotations[GITLAB_INSTANCE_ANNOTATION]?.trim()
        .replace(/^https?:\/\//i, '')
        .replace(/\/+$/, '')
        .toLowerCase();
      const host = instance || hostOf(annotations, slug) || 'gitlab.com';
      return `${host}/${slug}`;
    }),
  // Told apart from the two above: with a slug, the location may be a page in
  // a repository of many services.
  [SOURCE_LOCATION_ANNOTATION]: (annotations, value) =>
    annotations[GITHUB_PROJECT_ANNOTATION] ||
    annotations[GITLAB_PROJECT_ANNOTATION]
      ? []
      : [repositoryOf(value)].filter(name => name !== undefined),
  // `<instance>:<job>` where there are several Jenkins.
  'jenkins.io/job-full-name': (_, value) =>
    splitList(value).map(name => name.replace(/^[^:/]+:/, '')),
};

/**
 * The names that one annotation of an entity says.
 *
 * @param annotations - all of the entity: some are read together
 */
export function namesIn(
  { annotation, scheme }: NameAnnotation,
  annotations: Annotations,
): Alias[] {
  const value = annotations[annotation];
  if (!value) {
    return [];
  }
  if (scheme) {
    const names = READERS[annotation]?.(annotations, value) ?? splitList(value);
    return names.map(name => ({ scheme, value: name }));
  }
  return splitList(value).flatMap(part => {
    const colon = part.indexOf(':');
    const named = ALIAS_SCHEMES.find(known => known === part.slice(0, colon));
    const name = part.slice(colon + 1).trim();
    // A ref is nobody's to give away.
    return named && named !== 'entity' && name
      ? [
          {
            scheme: named,
            value: named === 'repository' ? name.toLowerCase() : name,
          },
        ]
      : [];
  });
}

/**
 * By which names producers may know an entity: its own ref, and what its
 * annotations say.
 *
 * @returns each name once
 */
export function aliasesOf(entity: Entity): Alias[] {
  const annotations = entity.metadata.annotations ?? {};
  const aliases: Alias[] = [
    { scheme: 'entity', value: stringifyEntityRef(entity) },
    ...NAME_ANNOTATIONS.flatMap(known => namesIn(known, annotations)),
  ];
  const seen = new Set<string>();
  return aliases.filter(({ scheme, value }) => {
    const key = `${scheme}\n${value}`;
    const fresh = !seen.has(key) && value.length <= MAX_VALUE_LENGTH;
    seen.add(key);
    return fresh;
  });
}
