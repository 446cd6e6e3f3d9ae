import { TestDatabases } from '@backstage/backend-test-utils';
import { SECRET } from './__testUtils__/delivery';
import {
  build,
  deployment,
  HOST,
  pipeline,
  production,
} from './__testUtils__/payloads';
import { startPortal } from './testing/startPortal';

jest.setTimeout(120_000);

const at = (time: string) => Date.parse(`2026-11-20T${time}Z`);
const gitlab = (time: string) => `2026-11-20 ${time} UTC`;
const token = { 'x-gitlab-token': SECRET };

/** Every order of three or four things. */
function ordersOf<T>(things: readonly T[]): T[][] {
  return things.length < 2
    ? [[...things]]
    : things.flatMap((thing, index) =>
        ordersOf(things.filter((_, other) => other !== index)).map(rest => [
          thing,
          ...rest,
        ]),
      );
}

describe('pipelines of GitLab', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  const finished = build();
  const again = build({
    id: 381,
    created_at: gitlab('07:30:00'),
    started_at: gitlab('07:30:10'),
    finished_at: gitlab('07:34:00'),
  });
  const gate = build({
    id: 796,
    when: 'manual',
    manual: true,
    status: 'manual',
    started_at: null,
    finished_at: null,
    environment: production,
  });
  const deployed = {
    ...gate,
    status: 'success',
    started_at: gitlab('16:00:00'),
    finished_at: gitlab('16:02:00'),
  };

  it.each([
    [
      'a retry is a second attempt, and the first stays red',
      [
        pipeline(
          { status: 'failed' },
          { builds: [{ ...finished, status: 'failed' }] },
        ),
        pipeline(
          { status: 'running' },
          { builds: [{ ...again, finished_at: null }, build({ id: 375 })] },
        ),
        pipeline(
          { finished_at: gitlab('07:34:01') },
          { builds: [again, build({ id: 375 })] },
        ),
      ],
      [
        ['', 1, 'failure', at('07:05:01')],
        ['#2', 2, 'success', at('07:34:01')],
      ],
      [],
    ],
    [
      'what a person starts later does not move the result',
      [
        pipeline(
          { status: 'manual', finished_at: null },
          { builds: [finished, gate] },
        ),
        pipeline(
          { status: 'running', finished_at: null },
          {
            builds: [
              finished,
              { ...deployed, status: 'running', finished_at: null },
            ],
          },
        ),
        pipeline(
          { finished_at: gitlab('16:02:01') },
          { builds: [finished, deployed] },
        ),
      ],
      [['', 1, 'success', at('07:05:00')]],
      [['person', 'success', at('16:02:00')]],
    ],
    [
      'a result that was never told is filled in',
      [
        pipeline(
          { finished_at: gitlab('16:02:01') },
          { builds: [finished, deployed] },
        ),
      ],
      [['', 1, 'success', at('16:02:01')]],
      [['person', 'success', at('16:02:00')]],
    ],
    [
      'an approval wins over a pipeline that shows none',
      [
        pipeline(
          {},
          {
            builds: [
              finished,
              {
                ...deployed,
                when: 'on_success',
                started_at: gitlab('07:10:00'),
              },
            ],
          },
        ),
        deployment({
          status: 'blocked',
          status_changed_at: gitlab('07:05:00'),
        }),
      ],
      [['', 1, 'success', at('07:05:01')]],
      [['person', 'success', at('16:02:00')]],
    ],
  ])(
    'make the same facts in any order: %s',
    async (_, events, runs, deployments) => {
      const knex = await databases.init('SQLITE_3');
      const { send } = await startPortal(knex, { webhookSecret: SECRET });
      for (const [index, order] of ordersOf<object>(events).entries()) {
        // Another instance for every order, so that each has facts of its own.
        const host = `order-${index}.example.com`;
        for (const payload of order) {
          const text = JSON.stringify(payload).replaceAll(HOST, host);
          expect((await send(JSON.parse(text), token)).status).toBe(202);
        }
        const factsOf = (table: string) =>
          knex(table).whereLike('key', `${host}/%`).orderBy('key');
        const told = await factsOf('run');
        expect(
          told.map(({ key, attempt, outcome, finished_at: end }) => [
            key.slice(`${host}/pipelines/31`.length),
            attempt,
            outcome,
            Number(end),
          ]),
        ).toEqual(runs);
        const made = await factsOf('deployment');
        expect(
          made.map(({ started_by: starter, outcome, finished_at: end }) => [
            starter,
            outcome,
            Number(end),
          ]),
        ).toEqual(deployments);
      }
    },
  );
});
