import type { BackendFeature } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  MaturityClient,
  type IngestResponse,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import type { GeneratedEvent } from '../domain';

const BATCH = 500;

/** A running backend and the ways into it. */
export interface DemoBackend {
  client: MaturityClient;
  baseUrl: string;
  /** Authorization header of a service. */
  headerOf(subject: string): string;
  /** Sends events as the demo does. */
  send(events: readonly GeneratedEvent[]): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the maturity backend, set up like that of the demo. */
export async function startDemoBackend(options: {
  knex: Knex;
  entities: Entity[];
  /** The maturity backend, and the demo where it loads itself. */
  features: (BackendFeature | Promise<{ default: BackendFeature }>)[];
}): Promise<DemoBackend> {
  const backend = await startTestBackend({
    features: [
      ...options.features,
      catalogServiceMock.factory({ entities: options.entities }),
      mockServices.database.factory({ knex: options.knex }),
      mockServices.rootConfig.factory({
        data: {
          maturity: {
            timeZone: 'Asia/Shanghai',
            workCalendar: 'cn-work',
            privacy: { authorKey: 'key-of-the-authors-in-tests' },
            demo: { enabled: true },
            sources: {
              ci: {
                callers: ['plugin:maturity', 'external:ci'],
                entities: ['component:default/*'],
                environments: {
                  production: ['production'],
                  staging: ['staging'],
                },
              },
              'demo-monitor': { entities: ['component:default/*'] },
            },
          },
        },
      }),
    ],
  });
  const address = backend.server.address();
  const port = typeof address === 'object' ? address?.port : address;
  const baseUrl = `http://localhost:${port}/api/maturity`;
  const headerOf = (subject: string) =>
    mockCredentials.service.header({
      onBehalfOf: mockCredentials.service(subject),
      targetPluginId: 'maturity',
    });
  return {
    baseUrl,
    headerOf,
    stop: () => backend.stop(),
    client: new MaturityClient({
      discoveryApi: { getBaseUrl: async () => baseUrl },
      fetchApi: {
        fetch: (input, init) =>
          fetch(input, {
            ...init,
            headers: {
              ...init?.headers,
              Authorization: mockCredentials.user.header(),
            },
          }),
      },
    }),
    async send(events) {
      for (let sent = 0; sent < events.length; sent += BATCH) {
        const response = await fetch(`${baseUrl}/v1/events`, {
          method: 'POST',
          headers: {
            'Content-Type': 'application/cloudevents-batch+json',
            Authorization: headerOf('plugin:maturity'),
          },
          body: JSON.stringify(events.slice(sent, sent + BATCH)),
        });
        const answer = (await response.json()) as IngestResponse;
        const refused = answer.results?.find(
          ({ status }) => status === 'refused' || status === 'conflict',
        );
        if (refused || !answer.results) {
          throw new Error(refused?.message ?? JSON.stringify(answer));
        }
      }
    },
  };
}

/** Tries again until it does not throw or the time is up. */
export async function eventually<T>(
  within: number,
  attempt: () => Promise<T>,
): Promise<T> {
  const deadline = Date.now() + within;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }
}
