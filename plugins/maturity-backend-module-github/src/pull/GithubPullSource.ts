import type { Config } from '@backstage/config';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
  type GithubCredentialsProvider,
} from '@backstage/integration';
import {
  readPullSettings,
  repositoryNames,
  RestReader,
  type PullSettings,
  type PullSource,
  type PullStream,
  type PullSurroundings,
  type SourceSettings,
} from '@devops-scorecards/plugin-maturity-node';
import { GITHUB } from '../GithubWebhookSource';
import { readGithubMeaning } from '../readGithubMeaning';
import { DeploymentStream } from './DeploymentStream';
import { GithubRepository } from './GithubRepository';
import { RequestStream } from './RequestStream';
import { RunStream } from './RunStream';

/** A host of `integrations.github`. */
interface GithubHost {
  host: string;
  apiBaseUrl: string;
}

/**
 * The history of repositories at GitHub, by its REST interface and with the
 * credentials of `integrations.github`.
 */
export class GithubPullSource implements PullSource {
  readonly about = GITHUB;
  readonly id: string;
  readonly everyMs: number;
  readonly problem?: string;
  readonly #settings: PullSettings;
  readonly #projects: ReadonlySet<string>;
  readonly #hosts: ReadonlyMap<string, GithubHost>;
  readonly #credentials: GithubCredentialsProvider;
  readonly #repositories = new Map<string, GithubRepository>();

  /**
   * Reads the settings of a source of type `github`.
   *
   * @returns `undefined` where it is not pulled
   * @throws InputError that names the key to change
   */
  static fromConfig(options: {
    settings: SourceSettings;
    /** The whole configuration, for `integrations`. */
    config: Config;
  }): GithubPullSource | undefined {
    const { settings, config } = options;
    const pull = readPullSettings(settings);
    return (
      pull &&
      new GithubPullSource(settings, {
        pull,
        config,
        projects: readGithubMeaning(settings).workItemProjects,
      })
    );
  }

  private constructor(
    { id, key, config: source }: SourceSettings,
    options: {
      pull: PullSettings;
      config: Config;
      /** Of a tracker. */
      projects: ReadonlySet<string>;
    },
  ) {
    const { pull: settings, config, projects } = options;
    const integrations = ScmIntegrations.fromConfig(config);
    const host = source?.getOptionalString('pull.host')?.toLowerCase();
    // Without credentials GitHub answers sixty requests an hour.
    const hosts = integrations.github
      .list()
      .filter(({ config: { token, apps = [] } }) => token || apps.length > 0)
      .map(({ config: { host: name, apiBaseUrl } }) => ({
        host: name.toLowerCase(),
        apiBaseUrl: apiBaseUrl ?? `https://${name}/api/v3`,
      }))
      .filter(({ host: name }) => host === undefined || name === host);
    if (hosts.length === 0) {
      this.problem = `integrations.github has no token and no app for ${
        host ?? 'any host'
      }: add one, ${key}.pull reads with it`;
    }
    this.id = id;
    this.everyMs = settings.everyMs;
    this.#projects = projects;
    this.#settings = {
      ...settings,
      repositories:
        settings.repositories &&
        repositoryNames(settings.repositories, {
          key: `${key}.pull.repositories`,
          hosts: hosts.map(known => known.host),
          host: host ?? 'github.com',
        }),
    };
    this.#hosts = new Map(hosts.map(known => [known.host, known]));
    this.#credentials =
      DefaultGithubCredentialsProvider.fromIntegrations(integrations);
  }

  async streams(surroundings: PullSurroundings): Promise<PullStream[]> {
    const names =
      this.#settings.repositories ?? (await surroundings.names('repository'));
    return names.flatMap(name => {
      const repository = this.#repositoryOf(name);
      return repository
        ? [
            new RunStream(repository, this.#settings),
            new DeploymentStream(repository, this.#settings),
            new RequestStream(repository, this.#settings, this.#projects),
          ]
        : [];
    });
  }

  /** One object a repository, which remembers what it is called. */
  #repositoryOf(name: string): GithubRepository | undefined {
    const [host, ...slug] = name.split('/');
    const known = this.#hosts.get(host);
    if (!known || slug.length !== 2 || slug.includes('')) {
      return undefined;
    }
    const repository =
      this.#repositories.get(name) ??
      GithubRepository.create({
        name,
        reader: RestReader.create({
          producer: 'GitHub',
          baseUrl: known.apiBaseUrl,
          credentialsAt: `integrations.github of ${host}`,
          headers: async () => {
            const { headers } = await this.#credentials.getCredentials({
              url: `https://${name}`,
            });
            return { ...headers, accept: 'application/vnd.github+json' };
          },
        }),
      });
    this.#repositories.set(name, repository);
    return repository;
  }
}
