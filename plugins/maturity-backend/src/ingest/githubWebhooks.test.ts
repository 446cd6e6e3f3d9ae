import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import maturityModuleGithub from '@devops-scorecards/plugin-maturity-backend-module-github';
// The samples belong to the tests of the module, which it does not export.
// eslint-disable-next-line @backstage/no-forbidden-package-imports
import {
  EDITED_SAMPLES,
  editedSample,
  genuineSamples,
  signedDelivery,
} from '@devops-scorecards/plugin-maturity-backend-module-github/src/__testUtils__/samples';
import type { Knex } from 'knex';
import request from 'supertest';
import { maturityPlugin } from '../plugin';

jest.setTimeout(120_000);

const SECRET = 'the secret of the webhook';

describe('the webhooks of GitHub, over HTTP', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });
  const samples = [
    ...genuineSamples,
    ...EDITED_SAMPLES.map(({ name }) => editedSample(name)),
  ];

  async function start(knex: Knex, github: { webhookSecret?: string }) {
    const { server } = await startTestBackend({
      features: [
        maturityPlugin,
        maturityModuleGithub,
        catalogServiceMock.factory({ entities: [] }),
        mockServices.database.factory({ knex }),
        mockServices.rootConfig.factory({
          data: {
            maturity: { sources: { github: { entities: ['*'], ...github } } },
          },
        }),
      ],
    });
    return (sample: { event: string; body: string }, change = '') => {
      const { headers } = signedDelivery(sample, { secret: SECRET });
      return request(server)
        .post('/api/maturity/v1/hooks/github')
        .set(headers as Record<string, string>)
        .send(sample.body + change);
    };
  }

  async function count(knex: Knex, table: string) {
    const [{ n }] = await knex(table).count({ n: '*' });
    return Number(n);
  }

  it.each(databases.eachSupportedId())(
    'are stored once, with their facts, on %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      const deliver = await start(knex, { webhookSecret: SECRET });

      const changed = await deliver(samples[0], ' ');
      expect(changed.status).toBe(401);
      expect(await count(knex, 'event_log')).toBe(0);

      // The package holds some payloads twice.
      const bodies = new Set(samples.map(({ body }) => body));
      for (const round of ['first', 'again']) {
        for (const sample of samples) {
          const { status, body } = await deliver(sample);
          expect([round, sample.name, status, body.refused]).toEqual([
            round,
            sample.name,
            202,
            0,
          ]);
        }
        expect(await count(knex, 'event_log')).toBe(bodies.size);
      }
      expect(await count(knex, 'event_conflict')).toBe(0);
      for (const kind of ['run', 'deployment', 'change']) {
        expect(await count(knex, kind)).toBeGreaterThan(0);
      }
      const merged = await knex('change')
        .where({ key: 'codertocat/hello-world#2' })
        .first();
      expect(Number(merged.merged_at)).toBe(Date.parse('2019-05-15T15:21:18Z'));
      const failed = await knex('deployment')
        .where({ key: '145988747' })
        .first();
      expect(failed).toMatchObject({ outcome: 'failure', tier: 'production' });
    },
  );

  it('know that a pull request is open again, in whatever order', async () => {
    const closed = genuineSamples.find(
      ({ name }) => name === 'pull_request 3',
    )!;
    const reopened = editedSample('pull request that was opened again');
    for (const order of [
      [closed, reopened],
      [reopened, closed],
    ]) {
      const knex = await databases.init('SQLITE_3');
      const deliver = await start(knex, { webhookSecret: SECRET });
      for (const sample of order) {
        expect((await deliver(sample)).status).toBe(202);
      }
      expect(await knex('change').select('key', 'closed_at')).toEqual([
        { key: 'codertocat/hello-world#2', closed_at: null },
      ]);
    }
  });

  it('are all refused without a secret', async () => {
    const knex = await databases.init('SQLITE_3');
    const deliver = await start(knex, {});
    const { status, body } = await deliver(samples[0]);
    expect(status).toBe(403);
    expect(body.error.message).toContain(
      'maturity.sources.github.webhookSecret',
    );
    expect(await count(knex, 'event_log')).toBe(0);
  });
});
