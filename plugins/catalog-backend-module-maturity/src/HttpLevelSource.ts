import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import {
  MaturityClient,
  type EntityLevel,
} from '@devops-scorecards/plugin-maturity-common';
import type { LevelSource } from './LevelSource';

/** Reads levels from the maturity backend with the catalog's own credentials. */
export class HttpLevelSource implements LevelSource {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): HttpLevelSource {
    return new HttpLevelSource(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  async getLevels(options: {
    entityRefs: string[];
    signal: AbortSignal;
  }): Promise<EntityLevel[]> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'maturity',
    });
    const client = new MaturityClient({
      discoveryApi: this.#discovery,
      fetchApi: {
        fetch: (input, init) => {
          const headers = new Headers(init?.headers);
          headers.set('Authorization', `Bearer ${token}`);
          return fetch(input, { ...init, headers, signal: options.signal });
        },
      },
    });
    return client.getLevels({ entityRefs: options.entityRefs });
  }
}
