import type { Config } from '@backstage/config';
import {
  DefaultGitlabCredentialsProvider,
  ScmIntegrations,
  type GitlabCredentialsProvider,
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
import { GITLAB } from '../GitlabWebhookSource';
import { readGitlabMeaning } from '../readGitlabMeaning';
import { GitlabPulledProject } from './GitlabPulledProject';
import { gitlabStreams } from './gitlabStreams';

/** A host of `integrations.gitlab`. */
interface GitlabHost {
  host: string;
  apiBaseUrl: string;
  /** Where the instance lies below its host, with a slash at its end, or empty. */
  prefix: string;
}

/**
 * The history of projects at GitLab, by its REST interface and with the
 * credentials of `integrations.gitlab`.
 */
export class GitlabPullSource implements PullSource {
  readonly about = GITLAB;
  readonly id: string;
  readonly everyMs: number;
  readonly problem?: string;
  readonly #settings: PullSettings;
  readonly #trackerProjects: ReadonlySet<string>;
  readonly #hosts: ReadonlyMap<string, GitlabHost>;
  readonly #credentials: GitlabCredentialsProvider;
  readonly #projects = new Map<string, GitlabPulledProject>();

  /**
   * Reads the settings of a source of type `gitlab`.
   *
   * @returns `undefined` where it is not pulled
   * @throws InputError that names the key to change
   */
  static fromConfig(options: {
    settings: SourceSettings;
    /** The whole configuration, for `integrations`. */
    config: Config;
  }): GitlabPullSource | undefined {
    const { settings, config } = options;
    const pull = readPullSettings(settings);
    return (
      pull &&
      new GitlabPullSource(settings, {
        pull,
        config,
        trackerProjects: readGitlabMeaning(settings).workItemProjects,
      })
    );
  }

  private constructor(
    { id, key, config: source }: SourceSettings,
    options: {
      pull: PullSettings;
      config: Config;
      trackerProjects: ReadonlySet<string>;
    },
  ) {
    const { pull: settings, config, trackerProjects } = options;
    const integrations = ScmIntegrations.fromConfig(config);
    const host = source?.getOptionalString('pull.host')?.toLowerCase();
    const hosts = integrations.gitlab
      .list()
      .filter(({ config: { token } }) => token)
      .map(({ config: { host: name, apiBaseUrl, baseUrl } }) => ({
        host: name.toLowerCase(),
        apiBaseUrl,
        prefix: `${new URL(baseUrl).pathname}/`
          .replace(/^\/+|\/+$/g, '')
          .replace(/.$/, '$&/')
          .toLowerCase(),
      }))
      .filter(({ host: name }) => host === undefined || name === host);
    if (hosts.length === 0) {
      this.problem = `integrations.gitlab has no token for ${
        host ?? 'any host'
      }: add one with the scope read_api, ${key}.pull reads with it`;
    }
    this.id = id;
    this.everyMs = settings.everyMs;
    this.#trackerProjects = trackerProjects;
    this.#settings = {
      ...settings,
      repositories:
        settings.repositories &&
        repositoryNames(settings.repositories, {
          key: `${key}.pull.repositories`,
          hosts: hosts.map(known => known.host),
          host: host ?? hosts[0]?.host ?? 'gitlab.com',
        }),
    };
    this.#hosts = new Map(hosts.map(known => [known.host, known]));
    this.#credentials =
      DefaultGitlabCredentialsProvider.fromIntegrations(integrations);
  }

  async streams(surroundings: PullSurroundings): Promise<PullStream[]> {
    const names =
      this.#settings.repositories ?? (await surroundings.names('repository'));
    return names.flatMap(name => {
      const project = this.#projectOf(name);
      return project
        ? gitlabStreams(project, this.#settings, this.#trackerProjects)
        : [];
    });
  }

  /** One object a project, which remembers what it is called. */
  #projectOf(name: string): GitlabPulledProject | undefined {
    const slash = name.indexOf('/');
    const known = this.#hosts.get(name.slice(0, slash));
    const path = name.slice(slash + 1);
    if (!known || slash < 0) {
      return undefined;
    }
    const inside = path.startsWith(known.prefix)
      ? path.slice(known.prefix.length)
      : path;
    const parts = inside.split('/');
    if (parts.length < 2 || parts.includes('')) {
      return undefined;
    }
    const project =
      this.#projects.get(name) ??
      GitlabPulledProject.create({
        name,
        path: inside,
        reader: RestReader.create({
          producer: 'GitLab',
          baseUrl: known.apiBaseUrl,
          credentialsAt: `integrations.gitlab of ${known.host}, whose token needs the scope read_api`,
          headers: async () => {
            const { headers } = await this.#credentials.getCredentials({
              url: `https://${name}`,
            });
            return { ...headers };
          },
        }),
      });
    this.#projects.set(name, project);
    return project;
  }
}
