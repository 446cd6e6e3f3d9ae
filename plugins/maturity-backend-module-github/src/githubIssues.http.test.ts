import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
// The module needs it to run, and only tests run it.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import maturityPlugin from '@devops-scorecards/plugin-maturity-backend';
import type { Knex } from 'knex';
import request from 'supertest';
import maturityModuleGithub from '.';
import {
  editedSample,
  genuineSamples,
  type Sample,
  signedDelivery,
} from './__testUtils__/samples';

jest.setTimeout(120_000);

const SECRET = 'the secret of the webhook';

const hello = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    namespace: 'default',
    name: 'hello',
    annotations: { 'github.com/project-slug': 'Codertocat/Hello-World' },
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'team-a' },
};

describe('issues of GitHub, over HTTP', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

  it('are tested on PostgreSQL', () => {
    expect(databases.supports('POSTGRES_18')).toBe(true);
  });

  async function start(knex: Knex) {
    const backend = await startTestBackend({
      features: [
        maturityPlugin,
        maturityModuleGithub,
        catalogServiceMock.factory({ entities: [hello] }),
        mockServices.database.factory({ knex }),
        mockServices.rootConfig.factory({
          data: {
            maturity: {
              sources: {
                github: {
                  entities: ['*'],
                  webhookSecret: SECRET,
                  incidentLabels: ['bug'],
                  severityLabels: { major: ['bug'] },
                  defectLabels: ['bug'],
                },
              },
            },
          },
        }),
      ],
    });
    // Until the catalog was read, names stand for nobody.
    while ((await knex('alias').select('seq')).length === 0) {
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    return {
      stop: () => backend.stop(),
      deliver: (sample: Sample, secret = SECRET) =>
        request(backend.server)
          .post('/api/maturity/v1/hooks/github')
          .set(
            signedDelivery(sample, { secret }).headers as Record<
              string,
              string
            >,
          )
          .send(sample.body),
    };
  }

  it.each(databases.eachSupportedId())(
    'are incidents and defects of their entity, in any order, on %s',
    async databaseId => {
      const knex = await databases.init(databaseId);
      const { deliver, stop } = await start(knex);
      const opened = genuineSamples.find(({ name }) => name === 'issues 15')!;
      const closed = editedSample('issue that was closed');
      const reopened = editedSample('issue that was opened again');

      expect((await deliver(opened, 'another')).status).toBe(401);
      expect(await knex('event_log').select('seq')).toEqual([]);

      for (const sample of [reopened, opened, closed]) {
        const { status, body } = await deliver(sample);
        expect(status).toBe(202);
        expect(body).toMatchObject({
          stored: 1,
          results: [{ entityRef: 'component:default/hello' }],
        });
      }
      expect((await deliver(closed)).body).toMatchObject({ duplicates: 1 });

      const incidents = await knex('incident').select();
      expect(incidents).toHaveLength(1);
      expect(incidents[0]).toMatchObject({
        key: 'codertocat/hello-world#1',
        title: 'Spelling error in the README file',
        severity: 'major',
        detected_by: null,
        started_at: null,
        restored_at: null,
        is_open: 1,
      });
      expect(Number(incidents[0].detected_at)).toBe(
        Date.parse('2019-05-15T15:20:18Z'),
      );
      const items = await knex('work_item').select();
      expect(items).toHaveLength(1);
      expect(items[0]).toMatchObject({
        key: 'codertocat/hello-world#1',
        form: 'defect',
        done_at: null,
        dropped: null,
      });
      for (const kind of ['incident', 'work_item']) {
        const attributed = await knex(`${kind}_entity`)
          .join('entity', 'entity.id', `${kind}_entity.entity_id`)
          .select('entity.ref');
        expect(attributed).toEqual([{ ref: 'component:default/hello' }]);
      }
      const log = await knex('event_log').select('type').orderBy('seq');
      expect(log.map(({ type }) => type)).toEqual([
        'com.github.issues.reopened',
        'com.github.issues.opened',
        'com.github.issues.closed',
      ]);
      await stop();
    },
  );
});
