import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  eventsServiceRef,
  type EventsService,
} from '@backstage/plugin-events-node';
import maturityModuleGithub from '@devops-scorecards/plugin-maturity-backend-module-github';
import type { Knex } from 'knex';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../../database/__testUtils__/contractDatabases';
import { maturityPlugin } from '../../plugin';
import { buildCdevent, toCloudEvent } from '../__testUtils__/buildCdevent';

jest.setTimeout(120_000);

const ENTITY = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'shop' },
  spec: { type: 'service', lifecycle: 'production', owner: 'team-a' },
};

describe.each(CONTRACT_DATABASES)('topics, on %s', database => {
  const { create } = contractDatabases();

  async function open() {
    const knex = await create(database);
    let events: EventsService;
    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    await startTestBackend({
      features: [
        maturityPlugin,
        maturityModuleGithub,
        catalogServiceMock.factory({ entities: [ENTITY] }),
        mockServices.database.factory({ knex }),
        logger.factory,
        mockServices.rootConfig.factory({
          data: {
            maturity: {
              sources: {
                ci: { entities: ['component:default/*'], topics: ['builds'] },
                github: { entities: ['*'], topics: ['github'] },
              },
            },
          },
        }),
        createBackendModule({
          pluginId: 'maturity',
          moduleId: 'publisher',
          register(env) {
            env.registerInit({
              deps: { events: eventsServiceRef, _: coreServices.logger },
              async init(deps) {
                events = deps.events;
              },
            });
          },
        }),
      ],
    });
    /** The log as soon as it has so many rows. */
    const waitForLog = async (rows: number) => {
      for (let i = 0; i < 200; i += 1) {
        const found = await knex('event_log')
          .join('source', 'source.id', 'event_log.source_id')
          .orderBy('seq')
          .select('event_id', 'type', 'source.name');
        if (found.length >= rows) {
          return found;
        }
        await new Promise(resolve => setTimeout(resolve, 25));
      }
      throw new Error(`The log did not get ${rows} rows`);
    };
    return { knex, events: events!, logger, waitForLog };
  }

  async function countLog(knex: Knex): Promise<number> {
    const [{ n }] = await knex('event_log').count({ n: '*' });
    return Number(n);
  }

  it('takes in CloudEvents of every mode, and the webhooks of a module', async () => {
    const { events, waitForLog } = await open();
    const event = (id: string) =>
      toCloudEvent(buildCdevent({ name: 'pipelinerun.finished', id }));
    const binary = buildCdevent({ name: 'pipelinerun.finished', id: '100 %' });

    await events.publish({ topic: 'builds', eventPayload: event('one') });
    await events.publish({
      topic: 'builds',
      eventPayload: [event('two'), event('three'), event('one')],
    });
    await events.publish({
      topic: 'builds',
      eventPayload: binary,
      metadata: {
        'content-type': 'application/json',
        ce_specversion: '1.0',
        ce_id: '100 %',
        ce_source: binary.context.source,
        ce_type: binary.context.type,
        unrelated: 'x',
      },
    });
    await events.publish({
      topic: 'github',
      eventPayload: { zen: 'Keep it logically awesome.' },
      metadata: { 'X-GitHub-Event': 'ping', 'x-hub-signature-256': 'wrong' },
    });

    const log = await waitForLog(5);
    expect(log.map(row => [row.name, row.event_id]).slice(0, 4)).toEqual(
      expect.arrayContaining([
        ['ci', 'one'],
        ['ci', 'two'],
        ['ci', 'three'],
        ['ci', '100 %'],
      ]),
    );
    expect(log[4]).toMatchObject({ name: 'github', type: 'com.github.ping' });
  });

  it('keeps the good ones, says what it lost, and goes on', async () => {
    const { knex, events, logger, waitForLog } = await open();
    const good = toCloudEvent(
      buildCdevent({ name: 'pipelinerun.finished', id: 'good' }),
    );
    await events.publish({
      topic: 'builds',
      eventPayload: [{ ...good, type: 'nonsense', id: 'bad' }, good],
    });
    await events.publish({ topic: 'builds', eventPayload: { not: 'one' } });
    await events.publish({ topic: 'builds', eventPayload: 'text' });
    await events.publish({ topic: 'builds', eventPayload: undefined });
    await events.publish({
      topic: 'builds',
      eventPayload: { ...good, id: 'other', entityref: 'component:other/x' },
    });
    await events.publish({
      topic: 'builds',
      eventPayload: toCloudEvent(
        buildCdevent({ name: 'pipelinerun.finished', id: 'last' }),
      ),
    });
    await waitForLog(2);
    expect(await countLog(knex)).toBe(2);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining("had 1 events refused from topic 'builds'"),
    );
    expect(logger.error).toHaveBeenCalledWith(
      "An event of topic 'builds' was lost for source 'ci'",
      expect.objectContaining({
        message: expect.stringContaining('is no CloudEvent'),
      }),
    );
  });
});
