import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { Alias } from '@devops-scorecards/plugin-maturity-common';
import {
  normaliseEntityRef,
  repositoryAlias,
  type SourceSettings,
} from '@devops-scorecards/plugin-maturity-node';

/** A repository that is read with git. */
export interface GitRepository {
  /** `<host>/<path>` in lower case, or the path of a local one. */
  readonly name: string;
  /** The path at its host, in lower case: what keys of its facts begin with. */
  readonly path: string;
  /** What git is given; without credentials. */
  readonly remote: string;
  /** Protocols that git may speak for it. */
  readonly protocols: string;
  /** Value of the header `Authorization`, where the address held credentials. */
  readonly authorization?: string;
  /** Where its events come about. */
  readonly eventSource: string;
  readonly aliases: readonly Alias[];
  readonly entityRef?: string;
  /** The default branch, unless told. */
  readonly branch?: string;
  /** Tags that are deployments. */
  readonly deployments?: {
    readonly tags: string;
    readonly environment: string;
  };
}

const REMOTE_PROTOCOLS = 'https:http:ssh';

/** `git@host:path`, which is SSH. */
const SCP_LIKE = /^[\w.-]+@[\w.-]+:[^:\s]+$/;

/**
 * Reads `repositories` of a source of type `git`.
 *
 * @throws InputError that names the key to change, and quotes no address, for
 *   it may hold credentials
 */
export function readRepositories(settings: SourceSettings): GitRepository[] {
  const configs = settings.config?.getOptionalConfigArray('repositories') ?? [];
  const repositories = configs.map((config, index) =>
    readRepository(config, `${settings.key}.repositories[${index}]`),
  );
  const ids = repositories.map(({ name, branch }) => `${name}\n${branch}`);
  const twice = ids.findIndex((id, index) => ids.indexOf(id) !== index);
  if (twice >= 0) {
    throw new InputError(
      `${settings.key}.repositories[${twice}] is the same repository and branch as one before it: remove one of them`,
    );
  }
  return repositories;
}

function readRepository(config: Config, key: string): GitRepository {
  const url = config.getOptionalString('url');
  const path = config.getOptionalString('path');
  if ((url === undefined) === (path === undefined)) {
    throw new InputError(
      `${key} needs either url, the address that git clones from, or path, a repository on this machine`,
    );
  }
  const place = path === undefined ? remotePlace(url!, key) : localPlace(path);
  const entityRef = readEntityRef(config, key);
  if (place.aliases.length === 0 && !entityRef) {
    throw new InputError(
      `${key}.entityRef is missing: the catalog knows no name of a repository on this machine, so say whose it is, for example component:default/payments`,
    );
  }
  return {
    ...place,
    entityRef,
    branch: readBranch(config, key),
    deployments: readDeployments(config, key),
  };
}

type Place = Pick<
  GitRepository,
  | 'name'
  | 'path'
  | 'remote'
  | 'protocols'
  | 'authorization'
  | 'eventSource'
  | 'aliases'
>;

function remotePlace(url: string, key: string): Place {
  const alias = repositoryAlias(url);
  const isUrl = /^(https?|ssh):\/\/[^\s]+$/i.test(url) && URL.canParse(url);
  if (!alias || !(isUrl || SCP_LIKE.test(url)) || /[\s\0]/.test(url)) {
    throw new InputError(
      `${key}.url is no address of a repository over https, http or ssh, such as https://git.example.org/acme/shop.git or git@git.example.org:acme/shop.git`,
    );
  }
  const name = alias.value;
  const place = {
    name,
    path: name.slice(name.indexOf('/') + 1),
    protocols: REMOTE_PROTOCOLS,
    eventSource: `https://${name}`,
    aliases: [alias],
  };
  if (!/^https?:/i.test(url)) {
    return { ...place, remote: url };
  }
  const parsed = new URL(url);
  const { username, password } = parsed;
  parsed.username = '';
  parsed.password = '';
  return {
    ...place,
    remote: parsed.href,
    authorization:
      username || password
        ? `Basic ${Buffer.from(
            `${decodeURIComponent(username)}:${decodeURIComponent(password)}`,
          ).toString('base64')}`
        : undefined,
  };
}

function localPlace(path: string): Place {
  const absolute = resolve(path);
  const { href } = pathToFileURL(absolute);
  return {
    name: absolute,
    path: absolute,
    remote: href,
    protocols: 'file',
    eventSource: href,
    aliases: [],
  };
}

function readEntityRef(config: Config, key: string): string | undefined {
  const text = config.getOptionalString('entityRef');
  const entityRef = text && normaliseEntityRef(text);
  if (text && !entityRef) {
    throw new InputError(
      `${key}.entityRef is '${text}', which is no entity ref: write for example component:default/payments`,
    );
  }
  return entityRef;
}

/** What `git check-ref-format` allows, as far as it could mislead anybody. */
function readBranch(config: Config, key: string): string | undefined {
  const branch = config.getOptionalString('branch');
  const isName =
    branch === undefined ||
    (/^[^-/.][^\s~^:?*[\\\0]*$/.test(branch) &&
      !/\.\.|@\{|\/\/|\/$|\.lock$/.test(branch));
  if (!isName) {
    throw new InputError(
      `${key}.branch is '${branch}', which is no name of a branch: write for example main`,
    );
  }
  return branch;
}

function readDeployments(
  config: Config,
  key: string,
): GitRepository['deployments'] {
  const deployments = config.getOptionalConfig('deployments');
  if (!deployments) {
    return undefined;
  }
  const tags = deployments.getString('tags');
  // Nothing is taken for production that nobody said is.
  const environment = deployments.getString('environment');
  if (!/^[^\s~^:\\\0]+$/.test(tags)) {
    throw new InputError(
      `${key}.deployments.tags is '${tags}': write a pattern for names of tags, such as v*`,
    );
  }
  return { tags, environment };
}
