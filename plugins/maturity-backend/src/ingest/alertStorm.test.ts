import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { Fact } from '@devops-scorecards/plugin-maturity-common';
import { applyMigrations, currentKnowledge } from '../database';
import { readFacts } from '../facts';
import {
  component,
  entityId,
  knowEntities,
} from '../facts/__testUtils__/events';
import {
  batch,
  buildCdevent,
  toCloudEvent,
} from './__testUtils__/buildCdevent';
import { openDoor } from './__testUtils__/openDoor';

jest.setTimeout(60_000);

const NOW = Date.parse('2026-11-20T08:00:00Z');
const BEGIN = Date.parse('2026-11-20T00:00:00Z');
const ALERTS = 25;
const FIRINGS = 100;
const BATCH = 500;
const MINUTE = 60_000;
const limits = {
  maxBytes: 5_242_880,
  maxBatch: 1_000,
  maxDepth: 64,
  futureTolerance: 300_000,
};

/** Each alert fires every four minutes, and is over after one to three. */
function firing(alert: number, number: number) {
  const startedAt = BEGIN + number * 4 * MINUTE;
  return {
    alert: `alert-${alert}`,
    startedAt,
    acknowledgedAt: startedAt + 30_000,
    resolvedAt: startedAt + (1 + (alert % 3)) * MINUTE,
  };
}

const FIRED = Array.from({ length: ALERTS * FIRINGS }, (_, index) =>
  firing(index % ALERTS, Math.floor(index / ALERTS)),
);

/** Every firing begins, begins again as a redelivery, is taken and ends. */
const EVENTS = FIRED.flatMap(({ alert, ...times }) => {
  const event = (predicate: string, at: number) =>
    toCloudEvent(
      buildCdevent({
        name: `alert.${predicate}`,
        id: `${predicate} ${alert} ${times.startedAt}`,
        subjectId: alert,
        timestamp: new Date(at).toISOString(),
        content: {
          severity: 'critical',
          startedAt: new Date(times.startedAt).toISOString(),
          service: { id: 'payments' },
        },
      }),
    );
  const fired = event('fired', times.startedAt);
  return [
    fired,
    fired,
    event('acknowledged', times.acknowledgedAt),
    event('resolved', times.resolvedAt),
  ];
});

/** The same in an order that has nothing to do with time. */
const SHUFFLED = EVENTS.map((_, index) => EVENTS[(index * 7_919) % 10_000]);

describe('a storm of 10,000 alert events', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  it('is answered whole and kept right', async () => {
    expect(new Set(SHUFFLED.map(event => JSON.stringify(event))).size).toBe(
      7_500,
    );
    const knex = await applyMigrations(
      mockServices.database({
        knex: await databases.init('SQLITE_3'),
        migrations: { skip: false },
      }),
    );
    await knowEntities(knex, [
      component('payments', { 'devops-scorecards.io/service-id': 'payments' }),
    ]);
    const send = openDoor({ knex, limits, now: NOW });

    const answers = new Map<string, number>();
    for (let start = 0; start < SHUFFLED.length; start += BATCH) {
      const answer = await send(batch(SHUFFLED.slice(start, start + BATCH)));
      expect(answer.status).toBe(202);
      expect(answer.body.results).toHaveLength(BATCH);
      for (const { status, entityRef } of answer.body.results) {
        const key = `${status} ${entityRef}`;
        answers.set(key, (answers.get(key) ?? 0) + 1);
      }
    }
    expect(Object.fromEntries(answers)).toEqual({
      'stored component:default/payments': 7_500,
      'duplicate component:default/payments': 2_500,
    });

    const { facts } = await readFacts({
      knex,
      entityId: await entityId(knex, 'component:default/payments'),
      kinds: ['alert'],
      from: BEGIN,
      to: NOW,
      knownAt: await currentKnowledge(knex),
      sourceOrder: ['ci'],
      staleAfter: {},
    });
    const told = (facts as Fact<'alert'>[]).map(({ key, fields }) => ({
      key,
      ...fields,
    }));
    const expected = FIRED.map(({ alert, ...times }) => ({
      key: `/alerts/east ${alert} ${new Date(times.startedAt).toISOString()}`,
      alertKey: alert,
      severity: 'critical',
      ...times,
    }));
    expect(byKey(told)).toEqual(byKey(expected));
  });
});

function byKey<T extends { key: string }>(rows: T[]): Map<string, T> {
  return new Map(rows.map(row => [row.key, row]));
}
