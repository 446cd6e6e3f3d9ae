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
import type {
  DemoAttestation,
  GeneratedEvent,
  MonitoredOutage,
} from '../domain';
import { MONITOR_SIGNATURE, type DemoMonitorSource } from './DemoMonitorSource';
import type { MaturityDoor } from './MaturityDoor';

interface HttpMaturityDoorOptions {
  auth: AuthService;
  discovery: DiscoveryService;
  monitor: Pick<DemoMonitorSource, 'id' | 'sign'>;
}

/**
 * Goes through the front door, as any other sender: what the demo shows is
 * what real events would do.
 */
export class HttpMaturityDoor implements MaturityDoor {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #monitor: Pick<DemoMonitorSource, 'id' | 'sign'>;

  static create(options: HttpMaturityDoorOptions): HttpMaturityDoor {
    return new HttpMaturityDoor(options);
  }

  private constructor(options: HttpMaturityDoorOptions) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
    this.#monitor = options.monitor;
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

  async importDecision(
    attestation: DemoAttestation,
    signal: AbortSignal,
  ): Promise<void> {
    const baseUrl = await this.#discovery.getBaseUrl('maturity');
    const response = await this.#fetch(signal)(
      `${baseUrl}/v1/decisions/import`,
      {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(attestation),
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
  }

  async sendOutage(
    outage: MonitoredOutage,
    signal: AbortSignal,
  ): Promise<void> {
    const baseUrl = await this.#discovery.getBaseUrl('maturity');
    const body = JSON.stringify(outage);
    const response = await fetch(`${baseUrl}/v1/hooks/${this.#monitor.id}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        [MONITOR_SIGNATURE]: this.#monitor.sign(Buffer.from(body)),
      },
      body,
      signal,
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
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
