import type { Alias } from '@devops-scorecards/plugin-maturity-common';
import { repositoryAlias } from '@devops-scorecards/plugin-maturity-node';
import type { ArgocdPayload } from './payloadSchema';

/** Longer names are no entity's. */
const MAX_NAME_LENGTH = 512;

/**
 * The names of an application, the most telling first.
 *
 * @remarks
 *
 * What was written for Backstage comes before the repositories, for one of
 * manifests is that of many applications. The name that Kubernetes recommends
 * comes last: a chart sets it to its own. An address of charts is no repository.
 */
export function namesOfApplication({ application }: ArgocdPayload): Alias[] {
  const { name, namespace, kubernetes, sources } = application;
  const values: (Alias | undefined)[] = [
    { scheme: 'argocd-app', value: `${namespace}/${name}` },
    { scheme: 'argocd-app', value: name },
    kubernetesAlias(kubernetes.annotation ?? kubernetes.label),
    ...sources.map(({ repoURL, chart }) =>
      chart ? undefined : repositoryAlias(repoURL),
    ),
    kubernetesAlias(kubernetes.name),
  ];
  const seen = new Set<string>();
  return values
    .filter(alias => alias !== undefined)
    .filter(({ scheme, value }) => {
      const known = seen.has(`${scheme} ${value}`);
      seen.add(`${scheme} ${value}`);
      return !known && isStorable(value);
    });
}

function kubernetesAlias(value: string | undefined): Alias | undefined {
  return value ? { scheme: 'kubernetes', value } : undefined;
}

/** What no database keeps as a name must not take the event with it. */
function isStorable(name: string): boolean {
  return name.length <= MAX_NAME_LENGTH && !/[\0\p{Surrogate}]/u.test(name);
}
