import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type {
  Measurement,
  MetricDefinition,
} from '@devops-scorecards/plugin-maturity-common';
import request from 'supertest';
import { component } from '../facts/__testUtils__/events';
import maturityPlugin from '../index';
import { onCallMetrics } from './__testUtils__/ownMetrics';

jest.setTimeout(60_000);

const ENTITY = 'component:default/payments';
const DAY = 86_400_000;

const databases = TestDatabases.create({ ids: ['POSTGRES_18', 'SQLITE_3'] });

it('supports PostgreSQL, so that nothing is left out', () => {
  expect(databases.supports('POSTGRES_18')).toBe(true);
});

it('is the module that docs/metrics/your-own.md shows', () => {
  const page = readFileSync(
    resolve(__dirname, '../../../../docs/metrics/your-own.md'),
    'utf8',
  );
  const code = readFileSync(
    resolve(__dirname, '__testUtils__/ownMetrics.ts'),
    'utf8',
  );
  expect(page).toContain(`\`\`\`ts\n${code}\`\`\``);
});

function cloudEvent(options: {
  id: string;
  type: string;
  time: number;
  subject: object;
  customData: object;
}) {
  const { id, type, subject, customData } = options;
  const timestamp = new Date(options.time).toISOString();
  return {
    specversion: '1.0',
    id,
    source: '/own',
    type,
    time: timestamp,
    entityref: ENTITY,
    datacontenttype: 'application/json',
    data: {
      context: { specversion: '0.5.1', id, source: '/own', type, timestamp },
      subject,
      customData,
      customDataContentType: 'application/json',
    },
  };
}

it.each(databases.eachSupportedId())(
  'metrics of a module are measured, on %s',
  async id => {
    const { server } = await startTestBackend({
      features: [
        maturityPlugin,
        onCallMetrics,
        catalogServiceMock.factory({ entities: [component('payments', {})] }),
        mockServices.database.factory({ knex: await databases.init(id) }),
        mockServices.rootConfig.factory({
          data: {
            maturity: {
              timeZone: 'Asia/Shanghai',
              sources: {
                own: {
                  callers: ['external:test-service'],
                  entities: ['component:default/*'],
                },
              },
            },
          },
        }),
      ],
    });
    const get = async <T>(path: string): Promise<T> =>
      (
        await request(server)
          .get(`/api/maturity/v1/${path}`)
          .set('Authorization', mockCredentials.user.header())
      ).body;

    const now = Date.now();
    // Fourteen days in a row have four days of weekends.
    const deployments = Array.from({ length: 14 }, (_, i) =>
      cloudEvent({
        id: `d${i}`,
        type: 'dev.cdevents.service.deployed.0.3.0',
        time: now - (i + 1) * DAY,
        subject: {
          id: 'payments',
          content: { environment: { id: 'production' } },
        },
        customData: {},
      }),
    );
    const handovers = [18, 19].map((part, i) =>
      cloudEvent({
        id: `h${i}`,
        type: 'dev.cdeventsx.scorecards-measure.recorded.0.1.0',
        time: now - (i + 1) * DAY,
        subject: { id: 'handovers', content: { part, total: 20 } },
        customData: {},
      }),
    );
    const sent = await request(server)
      .post('/api/maturity/v1/events')
      .set('Authorization', mockCredentials.service.header())
      .set('Content-Type', 'application/cloudevents-batch+json')
      .send(JSON.stringify([...deployments, ...handovers]));
    expect(sent.body).toMatchObject({ stored: 16, refused: 0 });

    const { items } = await get<{ items: MetricDefinition[] }>('metrics');
    expect(items.slice(-3)).toMatchObject([
      { id: 'free-day-deployment-rate', requires: ['deployment'] },
      { id: 'handover-rate', measure: 'handovers', minimum: 10 },
      { id: 'services-with-handovers', portfolio: true },
    ]);

    const measured = await get<{ items: Measurement[] }>(
      `entities/component/default/payments/metrics?metrics=free-day-deployment-rate,handover-rate,services-with-handovers`,
    );
    expect(measured.items).toMatchObject([
      {
        metric: 'free-day-deployment-rate',
        status: 'ok',
        numerator: 4,
        denominator: 14,
      },
      {
        metric: 'handover-rate',
        status: 'ok',
        value: 0.925,
        numerator: 37,
        denominator: 40,
      },
      {
        metric: 'services-with-handovers',
        status: 'ok',
        numerator: 1,
        denominator: 1,
        portfolio: { owner: 'group:default/team-a' },
      },
    ]);
  },
);
