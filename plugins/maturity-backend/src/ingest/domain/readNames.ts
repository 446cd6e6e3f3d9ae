import type { Alias } from '@devops-scorecards/plugin-maturity-common';
import {
  accept,
  normaliseEntityRef,
  refuse,
  repositoryAlias,
  type Result,
} from '@devops-scorecards/plugin-maturity-node';

/** Whose something is, as a sender names it. */
export interface SentNames {
  entityref?: string;
  /** Address of a repository, or `<host>/<path>`. */
  repository?: string;
  service?: string;
  pipeline?: string;
}

/** The same as events name it. */
export interface Names {
  entityRef?: string;
  /** The most telling first. */
  aliases: Alias[];
}

/**
 * Reads whose something is.
 *
 * @returns a refusal where no name is sent, or one cannot be a name
 */
export function readNames(sent: SentNames): Result<Names> {
  const { entityref, repository, service, pipeline } = sent;
  const entityRef = entityref && normaliseEntityRef(entityref);
  if (entityref && !entityRef) {
    return refuse(
      400,
      'entityref must be an entity reference with its kind, for example "component:default/payments"',
    );
  }
  const alias = repository ? repositoryOf(repository) : undefined;
  if (repository && !alias) {
    return refuse(
      400,
      'repository must be its address or <host>/<path>, for example "github.com/acme/payments"',
    );
  }
  const aliases: Alias[] = [];
  if (service) {
    aliases.push({ scheme: 'service', value: service });
  }
  if (pipeline) {
    aliases.push({ scheme: 'pipeline', value: pipeline });
  }
  if (alias) {
    aliases.push(alias);
  }
  return entityRef || aliases.length > 0
    ? accept({ ...(entityRef && { entityRef }), aliases })
    : refuse(
        400,
        'It is not said whose it is: send entityref, for example "component:default/payments", or the name of a repository or service that the catalog knows',
      );
}

function repositoryOf(text: string): Alias | undefined {
  // A host has a dot or a port, else the text may be the path without one.
  return (
    repositoryAlias(text) ??
    (/^[^/:@\s]+[.:][^/\s]+\/[^\s]+$/.test(text)
      ? repositoryAlias(`https://${text}`)
      : undefined)
  );
}
