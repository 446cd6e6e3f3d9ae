import type { Alias } from '@devops-scorecards/plugin-maturity-common';
import {
  type JsonRecord,
  recordOf,
  textOf,
} from '@devops-scorecards/plugin-maturity-node';
import type { Cdevent } from './readCdevent';

/**
 * The names in a CDEvent by which the catalog may know the entity, the most
 * specific first: the service, the pipeline, the repository, and at last the
 * source of the event.
 */
export function aliasesOfEvent(event: Cdevent): Alias[] {
  const { content, type } = event;
  const service =
    type.subject === 'service'
      ? event.subjectId
      : textOf(recordOf(content, 'service'), 'id') ??
        textOf(content, 'service');
  const repository =
    type.subject === 'repository'
      ? repositoryName(content)
      : repositoryName(recordOf(content, 'repository'));
  const aliases: [Alias['scheme'], string | undefined][] = [
    ['service', service],
    ['pipeline', textOf(content, 'pipelineName')],
    ['repository', repository],
    ['event-source', event.source],
  ];
  return aliases.flatMap(([scheme, value]) =>
    value === undefined ? [] : [{ scheme, value }],
  );
}

/**
 * `<host>/<owner>/<name>` in lower case of a CDEvents repository: from its
 * address, or from its id below the address of its source.
 */
function repositoryName(repository: JsonRecord): string | undefined {
  const id = textOf(repository, 'id');
  const source = textOf(repository, 'source');
  const addresses = [
    textOf(repository, 'uri'),
    textOf(repository, 'url'),
    id,
    id && source ? `${source.replace(/\/+$/, '')}/${id}` : undefined,
  ];
  for (const address of addresses) {
    const match =
      /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?([^/?#]+)\/([^?#]+)/i.exec(
        address ?? '',
      );
    if (match) {
      const path = match[2].replace(/\/+$/, '').replace(/\.git$/i, '');
      return `${match[1]}/${path}`.toLowerCase();
    }
  }
  return undefined;
}
