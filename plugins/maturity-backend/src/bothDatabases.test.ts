import { readModelPacks } from './models';
import {
  AVAILABILITY_TARGET_ANNOTATION,
  MATURITY_MODEL_ANNOTATION,
  RECOVERY_TIME_OBJECTIVE_ANNOTATION,
  SESSION_CALENDAR_ANNOTATION,
  STABILITY_MODEL_ANNOTATION,
  TEAM_SIZE_ANNOTATION,
} from '@devops-scorecards/plugin-maturity-common';
import { createPortal } from './__testUtils__/createPortal';
import { operationsStory } from './__testUtils__/operationsStory';
import {
  createScene,
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  START,
} from './assessment/__testUtils__/scene';
import {
  CONTRACT_DATABASES,
  contractDatabases,
  type ContractDatabase,
} from './database/__testUtils__/contractDatabases';
import { component, knowEntities } from './facts/__testUtils__/events';

jest.setTimeout(120_000);

const BATCH = 50;
const PATH = '/v1/entities/component/default/payments';
const KINDS = [
  'run',
  'deployment',
  'change',
  'work-item',
  'incident',
  'alert',
  'measure',
];

const payments = component('payments', {
  [MATURITY_MODEL_ANNOTATION]: 'caict-part3',
  [STABILITY_MODEL_ANNOTATION]: 'csa-stability',
  [TEAM_SIZE_ANNOTATION]: '5',
  [RECOVERY_TIME_OBJECTIVE_ANNOTATION]: '30m',
  [AVAILABILITY_TARGET_ANNOTATION]: '99.9%',
  [SESSION_CALENDAR_ANNOTATION]: 'cn-exchange',
});

/** Ids of decisions are random; they are told apart by when they first occur. */
function withoutRandomIds(text: string): string {
  const names = new Map<string, string>();
  return text.replace(
    /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g,
    id => {
      const name = names.get(id) ?? `decision-${names.size + 1}`;
      names.set(id, name);
      return name;
    },
  );
}

describe('the same story, told over HTTP', () => {
  const databases = contractDatabases();

  /** Tells it, with what people decide in between, and reads everything. */
  async function tell(name: ContractDatabase, seed: number) {
    const knex = await databases.create(name);
    const scene = await createScene(knex, {
      packs: await readModelPacks([]),
      sourceOrder: ['ci', 'desk'],
    });
    const portal = createPortal(scene);
    await knowEntities(knex, [payments]);
    let stored = 0;
    let duplicates = 0;
    const send = async (events: object[], who?: string) => {
      const answer = await portal.deliver(events, who);
      expect(answer.status).toBe(202);
      const problems = answer.body.results.filter(
        ({ code }: { code: number }) => code !== 202,
      );
      expect(problems).toEqual([]);
      stored += answer.body.stored;
      duplicates += answer.body.duplicates;
      await scene.worker.runDue();
    };
    const events = operationsStory(seed);
    const half = Math.ceil(events.length / 2 / BATCH) * BATCH;
    for (let start = 0; start < half; start += BATCH) {
      await send(events.slice(start, start + BATCH));
      scene.setTime(scene.clock.now() + MINUTE_MS);
    }
    // Another tool reports some of the same outages.
    const faults = events.filter(({ type }) =>
      String(type).includes('scorecards-incident'),
    );
    await send(faults.slice(0, 12), 'service:desk');
    for (let start = half; start < events.length; start += BATCH) {
      await send(events.slice(start, start + BATCH));
      scene.setTime(scene.clock.now() + MINUTE_MS);
    }
    scene.setTime(START + HOUR_MS);

    const decide = async (who: string, path: string, body: object) => {
      const answer = await portal.post(who, path, body);
      expect([answer.status, answer.body.error]).toEqual([
        expect.any(Number),
        undefined,
      ]);
      if (answer.body.state === 'proposed') {
        const { status } = await portal.post(
          'zhao',
          `/v1/decisions/${answer.body.id}/approve`,
        );
        expect(status).toBe(200);
      }
      scene.setTime(scene.clock.now() + MINUTE_MS);
    };
    const fact = (kind: string, key: string) => ({
      fact: { kind, source: 'ci', key },
      reason: 'That is how it was',
    });
    const correct = (key: string, body: object, kind = 'incident') =>
      decide('lin', `${PATH}/corrections`, { ...fact(kind, key), ...body });
    await correct('/oncall INC-9', { exclude: true });
    await correct('/oncall INC-1', { fields: { detectedBy: 'monitoring' } });
    await correct('/oncall INC-5', { clears: ['restoredAt'] });
    await correct('/oncall INC-2', {
      fields: { deployment: '/cd/argo deploy-production-3' },
    });
    for (const criterionId of ['P1.review-2', 'P1.resilience-3']) {
      await decide('lin', `${PATH}/attestations`, {
        ...{ model: 'csa-stability', criterionId },
        reason: 'Reviewed together',
        evidence: [{ title: '评审纪要', url: 'https://example.net/minutes' }],
        validTo: START + 2 * DAY_MS,
      });
    }
    // Late, for a fact that a person has corrected, and for one of long ago.
    const later = operationsStory(seed).filter(({ subject }) =>
      ['INC-1', 'INC-9', 'run-3'].includes(String(subject)),
    );
    await send(
      later.map(event => ({ ...event, id: `late ${event.id}` })).map(renamed),
    );
    scene.setTime(START + 3 * DAY_MS);
    await scene.worker.runDue();

    const read = async (path: string) => {
      const answer = await portal.get('lin', `${PATH}${path}`);
      expect([path, answer.status]).toEqual([path, 200]);
      return answer.body;
    };
    const answers: Record<string, unknown> = {};
    for (const path of [
      '/scorecard',
      '/scorecard?scorecard=stability',
      `/scorecard?scorecard=stability&asOf=${START}`,
      '/metrics?evidence=100',
      '/incidents?limit=100',
      '/history?limit=100',
      '/history?scorecard=stability&limit=100',
      '/levels?scorecard=stability',
      '/levels?scorecard=stability&knowledge=now',
      '/explain?scorecard=stability',
      ...KINDS.map(kind => `/facts?kind=${kind}&limit=500`),
    ]) {
      answers[path] = await read(path);
    }
    const { body } = await portal.get('lin', '/v1/decisions?limit=100');
    answers['/v1/decisions'] = body;
    await scene.worker.stop();
    return { answers, stored, duplicates };
  }

  it('is answered with the same bytes', async () => {
    const told = await Promise.all(
      CONTRACT_DATABASES.map(name => tell(name, 1)),
    );
    const [first, ...others] = told.map(({ answers }) =>
      Object.entries(answers).map(([path, body]) =>
        withoutRandomIds(`${path} ${JSON.stringify(body)}`),
      ),
    );
    expect(told[0].stored).toBeGreaterThan(300);
    expect(told[0].duplicates).toBeGreaterThan(30);
    for (const other of others) {
      expect(other).toEqual(first);
    }
  });

  it('ends the same in whatever order it came', async () => {
    const [one, two] = [await tell('SQLite', 1), await tell('SQLite', 2)];
    for (const path of [
      '/scorecard',
      '/scorecard?scorecard=stability',
      `/scorecard?scorecard=stability&asOf=${START}`,
      '/metrics?evidence=100',
    ]) {
      expect([path, withoutKnowledge(two.answers[path])]).toEqual([
        path,
        withoutKnowledge(one.answers[path]),
      ]);
    }
  });
});

/** The same event again, under the id that it was given. */
function renamed(event: Record<string, any>): object {
  const { id, data } = event;
  return { ...event, data: { ...data, context: { ...data.context, id } } };
}

/** Without the numbers that say only when something became known. */
function withoutKnowledge(body: unknown): unknown {
  return JSON.parse(withoutRandomIds(JSON.stringify(body)), (key, value) =>
    ['knownAt', 'seq', 'firstSeq', 'lastSeq'].includes(key) ? undefined : value,
  );
}
