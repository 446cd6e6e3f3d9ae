import {
  mockServices,
  startTestBackend,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
// Deliveries go over HTTP; only tests need the backend itself.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import maturityPlugin from '@devops-scorecards/plugin-maturity-backend';
import type { IngestResponse } from '@devops-scorecards/plugin-maturity-common';
import type { WebhookRequest } from '@devops-scorecards/plugin-maturity-node';
import maturityModulePagerduty from '..';

type Database = Awaited<ReturnType<TestDatabases['init']>>;

/** The portal with one component, when it knows the component's names. */
export async function startPortal(options: {
  knex: Database;
  pagerduty: object;
  annotations: Record<string, string>;
}) {
  const { knex, pagerduty, annotations } = options;
  const { server } = await startTestBackend({
    features: [
      maturityPlugin,
      maturityModulePagerduty,
      catalogServiceMock.factory({
        entities: [
          {
            apiVersion: 'backstage.io/v1alpha1',
            kind: 'Component',
            metadata: { name: 'payments', annotations },
            spec: { type: 'service', lifecycle: 'production', owner: 'team' },
          },
        ],
      }),
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: {
          maturity: {
            sources: { pagerduty: { entities: ['*'], ...pagerduty } },
          },
        },
      }),
    ],
  });
  while ((await knex('alias').whereNot('scheme', 'entity')).length === 0) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : address;
  return {
    async send({ headers, rawBody }: WebhookRequest) {
      const response = await fetch(
        `http://localhost:${port}/api/maturity/v1/hooks/pagerduty`,
        {
          method: 'POST',
          headers: headers as Record<string, string>,
          body: new Uint8Array(rawBody),
        },
      );
      const body = (await response.json()) as Partial<IngestResponse> & {
        error?: { message: string };
      };
      return { status: response.status, body };
    },
    async count(table: string) {
      const [{ n }] = await knex(table).count({ n: '*' });
      return Number(n);
    },
  };
}
