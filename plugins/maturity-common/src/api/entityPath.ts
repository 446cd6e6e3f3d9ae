import { parseEntityRef } from '@backstage/catalog-model';

/** The path of what is below one entity. */
export function entityPath(options: { entityRef: string }): string {
  const { kind, namespace, name } = parseEntityRef(options.entityRef);
  return `/v1/entities/${[kind, namespace, name]
    .map(part => encodeURIComponent(part.toLocaleLowerCase('en-US')))
    .join('/')}`;
}
