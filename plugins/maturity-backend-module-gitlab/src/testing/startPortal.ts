import {
  mockServices,
  startTestBackend,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
// Deliveries go over HTTP; only tests need the backend itself.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import maturityPlugin from '@devops-scorecards/plugin-maturity-backend';
import request from 'supertest';
import maturityModuleGitlab from '..';
import { HOST } from '../__testUtils__/payloads';

type Database = Awaited<ReturnType<TestDatabases['init']>>;

const component = (name: string, annotations = {}) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations },
  spec: { type: 'service', lifecycle: 'production', owner: 'team' },
});

/** The portal with two components, when it knows the names of the first. */
export async function startPortal(knex: Database, settings: object) {
  const { server } = await startTestBackend({
    features: [
      maturityPlugin,
      maturityModuleGitlab,
      catalogServiceMock.factory({
        entities: [
          component('shop', {
            'gitlab.com/project-slug': 'Acme/shop',
            'gitlab.com/instance': HOST,
          }),
          component('payments'),
        ],
      }),
      mockServices.database.factory({ knex }),
      mockServices.rootConfig.factory({
        data: {
          maturity: {
            privacy: { authorKey: 'the key of authors' },
            sources: { gitlab: { entities: ['*'], ...settings } },
          },
        },
      }),
    ],
  });
  while ((await knex('alias').where({ scheme: 'repository' })).length === 0) {
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  return {
    send: (payload: object, headers: Record<string, string> = {}) =>
      request(server)
        .post('/api/maturity/v1/hooks/gitlab')
        .set({ 'content-type': 'application/json', ...headers })
        .send(JSON.stringify(payload)),
    async count(table: string) {
      const [{ n }] = await knex(table).count({ n: '*' });
      return Number(n);
    },
  };
}
