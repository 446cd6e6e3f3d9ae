import type {
  AuthService,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  MaturityClient,
  type EntityLevel,
  type IngestResponse,
} from '@devops-scorecards/plugin-maturity-common';
import type { GeneratedEvent } from '../domain';
import type { MaturityDoor } from './MaturityDoor';

/**
 * Goes through the front door, as any other sender: what the demo shows is
 * what real events would do.
 */
export class HttpMaturityDoor implements MaturityDoor {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): HttpMaturityDoor {
    return new HttpMaturityDoor(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  async send(
    events: readonly GeneratedEvent[],
    signal: AbortSignal,
  ): Promise<IngestResponse> {
    const baseUrl = await this.#discovery.getBaseUrl('maturity');
    const response = await this.#fetch(signal)(`${baseUrl}/v1/events`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/cloudevents-batch+json' },
      body: JSON.stringify(events),
    });
    // Refusals of single events come in an answer of the ordinary shape.
    const type = response.headers.get('Content-Type') ?? '';
    const answer = type.startsWith('application/json')
      ? ((await response.clone().json()) as Partial<IngestResponse>)
      : {};
    if (!answer.results) {
      throw await ResponseError.fromResponse(response);
    }
    return answer as IngestResponse;
  }

  getLevels(
    entityRefs: readonly string[],
    signal: AbortSignal,
  ): Promise<EntityLevel[]> {
    const client = new MaturityClient({
      discoveryApi: this.#discovery,
      fetchApi: { fetch: this.#fetch(signal) },
    });
    return client.getLevels({ entityRefs: [...entityRefs] });
  }

  /** Tokens live for a few minutes only, so every request gets its own. */
  #fetch(signal: AbortSignal): typeof fetch {
    return async (input, init) => {
      const { token } = await this.#auth.getPluginRequestToken({
        onBehalfOf: await this.#auth.getOwnServiceCredentials(),
        targetPluginId: 'maturity',
      });
      const headers = new Headers(init?.headers);
      headers.set('Authorization', `Bearer ${token}`);
      return fetch(input, { ...init, headers, signal });
    };
  }
}
