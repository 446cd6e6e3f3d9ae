import type {
  CriterionCard,
  Decision,
  Scorecard,
  VerdictChange,
} from '@devops-scorecards/plugin-maturity-common';
import { createPortal, type Portal } from '../__testUtils__/createPortal';
import {
  createScene,
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  START,
} from '../assessment/__testUtils__/scene';
import {
  STABILITY_ANNOTATIONS,
  STABILITY_MODEL,
  stabilityPack,
} from '../assessment/__testUtils__/stabilityPack';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import { component, knowEntities } from '../facts/__testUtils__/events';
import {
  buildCdevent,
  toCloudEvent,
  type BuildOptions,
} from '../ingest/__testUtils__/buildCdevent';
import { testPacks } from '../assessment/__testUtils__/scene';

jest.setTimeout(60_000);

const PATH = '/v1/entities/component/default/payments';
const ENTITY_REF = 'component:default/payments';
const service = { id: 'payments', source: '/clusters/east' };
const instant = (at: number) => new Date(at).toISOString();

function event(
  name: string,
  id: string,
  at: number,
  more: Partial<BuildOptions> = {},
) {
  return toCloudEvent(
    buildCdevent({ name, id, timestamp: instant(at), ...more }),
    { entityref: ENTITY_REF },
  );
}

/** Opened and restored, an outage unless told. */
function outage(
  subjectId: string,
  startedAt: number,
  lasted: number,
  content: object = {},
) {
  return [
    event('incident.opened', `open ${subjectId}`, startedAt + MINUTE_MS, {
      subjectId,
      content: {
        ...{ service, impact: 'outage', detectedBy: 'user' },
        startedAt: instant(startedAt),
        ...content,
      },
    }),
    event('incident.restored', `end ${subjectId}`, startedAt + lasted, {
      subjectId,
      content: { service },
    }),
  ];
}

const databases = contractDatabases();

describe.each(CONTRACT_DATABASES)('people and stability on %s', name => {
  let portal: Portal;

  beforeEach(async () => {
    const knex = await databases.create(name);
    const scene = await createScene(knex, {
      packs: [...(await testPacks()), stabilityPack],
    });
    portal = createPortal(scene);
    await knowEntities(knex, [component('payments', STABILITY_ANNOTATIONS)]);
    await deliver([
      event('source.connected', 'connected', START - 200 * DAY_MS, {
        content: {
          kinds: ['incident', 'deployment'],
          since: instant(START - 200 * DAY_MS),
          service,
        },
      }),
      ...outage('long', START - 9 * DAY_MS, 2 * DAY_MS),
      ...outage('short', START - 5 * DAY_MS, HOUR_MS, { impact: 'degraded' }),
      event('service.deployed', 'd-1', START - 9 * DAY_MS - HOUR_MS, {
        content: { environment: { id: 'production' } },
      }),
    ]);
  });

  async function deliver(events: object[]) {
    const { body } = await portal.deliver(events);
    expect(
      body.results.filter(({ code }: { code: number }) => code !== 202),
    ).toEqual([]);
    await portal.worker.runDue();
  }
  const read = async (path: string) => {
    const { status, body } = await portal.get('wang', path);
    expect([path, status]).toEqual([path, 200]);
    return body;
  };
  const scorecard = (): Promise<Scorecard> =>
    read(`${PATH}/scorecard?scorecard=stability`);
  const levels = async () => {
    const { measured, award } = (await scorecard()).root.levels;
    return [measured, award];
  };
  const plan = async (): Promise<CriterionCard> =>
    (await scorecard()).root.children![0].criteria!.find(
      ({ criterion }) => criterion.id === 'plan-l3',
    )!;
  const history = async (): Promise<VerdictChange[]> =>
    (await read(`${PATH}/history?scorecard=stability`)).items;
  const correct = (who: string, key: string, body: object) =>
    portal.post(who, `${PATH}/corrections`, {
      fact: { kind: 'incident', source: 'ci', key: `/oncall ${key}` },
      reason: 'The review found it',
      ...body,
    });
  const attest = (who: string, body: object = {}) =>
    portal.post(who, `${PATH}/attestations`, {
      ...{ model: STABILITY_MODEL, criterionId: 'plan-l3' },
      reason: 'It hangs on the wall',
      evidence: [{ title: 'plan', url: 'https://example.net/plan' }],
      ...body,
    });
  const step = (who: string, id: string, what: string) =>
    portal.post(who, `/v1/decisions/${id}/${what}`, { reason: 'It is so' });
  const approved = async (body: object = {}): Promise<Decision> => {
    const proposal = (await attest('lin', body)).body;
    const { status, body: decision } = await step(
      'zhao',
      proposal.id,
      'approve',
    );
    expect(status).toBe(200);
    return decision;
  };
  const runAt = async (at: number) => {
    portal.setTime(at);
    await portal.worker.runDue();
  };

  it('leave an outage out only two of them together, where a level rises', async () => {
    expect(await levels()).toEqual([1, 1]);
    const { body } = await correct('lin', 'long', { exclude: true });
    expect(body).toMatchObject({
      state: 'proposed',
      effect: {
        raises: true,
        levels: expect.arrayContaining([
          { model: STABILITY_MODEL, from: 1, to: 4 },
        ]),
      },
    });
    expect(await levels()).toEqual([1, 1]);
    const own = await step('lin', body.id, 'approve');
    expect(own.status).toBe(403);
    expect(own.body.error.message).toContain('themselves');
    expect(await levels()).toEqual([1, 1]);

    portal.setTime(START + HOUR_MS);
    expect((await step('zhao', body.id, 'approve')).status).toBe(200);
    expect(await levels()).toEqual([4, 2]);
    const [last] = await history();
    expect(last).toMatchObject({
      cause: { kind: 'decision', event: { id: body.id } },
      to: { measured: 4 },
    });
    const { sentence } = await read(`${PATH}/explain?scorecard=stability`);
    expect(sentence.en).toBe(
      `The level rose from 1 to 4 on 20 Nov 2026, 14:46 because Availability went from 97.8 % to 100.0 %, at least 99.9 % is needed; the cause is a decision: a fact from ci was corrected (event ${body.id}).`,
    );
    expect(sentence['zh-CN']).toContain('从 1 升至 4');
    const { items } = await read(`${PATH}/incidents`);
    expect(
      items.map((item: { key: string; state: string }) => [
        item.key,
        item.state,
      ]),
    ).toEqual([
      ['/oncall short', 'live'],
      ['/oncall long', 'excluded'],
    ]);
  });

  it('correct who noticed at once, and later events do not undo it', async () => {
    const { body } = await correct('lin', 'short', {
      fields: { detectedBy: 'monitoring', deployment: '/cd/argo d-1' },
    });
    expect(body).toMatchObject({
      state: 'approved',
      effect: { raises: false },
    });
    portal.setTime(START + HOUR_MS);
    await deliver([
      event('incident.updated', 'later', START + HOUR_MS, {
        subjectId: 'short',
        content: {
          service,
          detectedBy: 'user',
          title: 'Slow',
          deployment: 'x',
        },
      }),
    ]);
    const { items } = await read(`${PATH}/incidents`);
    expect(items[0]).toMatchObject({
      corrected: true,
      deployment: { key: '/cd/argo d-1', link: 'explicit' },
      fields: { title: 'Slow', detectedBy: 'monitoring' },
    });
    const metrics = await read(
      `${PATH}/metrics?metrics=monitoring-discovery-rate`,
    );
    expect(metrics.items[0]).toMatchObject({ n: 2, numerator: 1 });
  });

  it('keep it left out when more is told of it', async () => {
    const { body } = await correct('lin', 'long', { exclude: true });
    await step('zhao', body.id, 'approve');
    await deliver([
      event('incident.reopened', 'again', START - MINUTE_MS, {
        subjectId: 'long',
        content: { service },
      }),
    ]);
    expect(await levels()).toEqual([4, 2]);
    const { items } = await read(`${PATH}/incidents`);
    expect(items.map(({ state }: { state: string }) => state)).toEqual([
      'live',
      'excluded',
    ]);
  });

  it('attest until it expires, and then nobody knows any more', async () => {
    const { body } = await correct('lin', 'long', { exclude: true });
    await step('zhao', body.id, 'approve');
    const validTo = START + 10 * DAY_MS;
    const decision = await approved({ validTo });
    expect(await levels()).toEqual([4, 4]);
    expect(await plan()).toMatchObject({
      result: { outcome: 'pass' },
      attestation: { id: decision.id, state: 'approved' },
    });

    await runAt(validTo - 1);
    expect(await levels()).toEqual([4, 4]);
    await runAt(validTo);
    expect(await levels()).toEqual([4, 2]);
    expect(await plan()).toMatchObject({
      result: { outcome: 'undecided' },
      attestation: { id: decision.id },
    });
    expect((await history())[0]).toMatchObject({ cause: { kind: 'expiry' } });
    const path = `${PATH}/scorecard?scorecard=stability&asOf=`;
    expect((await read(`${path}${validTo - 1}`)).root.levels.award).toBe(4);
    expect((await read(`${path}${validTo}`)).root.levels.award).toBe(2);
    const [{ seq }] = await history();
    const { sentence } = await read(
      `${PATH}/explain?scorecard=stability&change=${seq}`,
    );
    expect(sentence.en).toContain('an attestation expired');
  });

  it('renew before it expires, without a gap', async () => {
    const { body } = await correct('lin', 'long', { exclude: true });
    await step('zhao', body.id, 'approve');
    const first = await approved({ validTo: START + 10 * DAY_MS });
    await runAt(START + 9 * DAY_MS);
    const second = await approved({
      renews: first.id,
      validTo: START + 40 * DAY_MS,
    });
    await runAt(START + 20 * DAY_MS);
    expect(await levels()).toEqual([4, 4]);
    expect(await plan()).toMatchObject({ attestation: { id: second.id } });
    expect((await history()).map(({ cause }) => cause.kind)).not.toContain(
      'expiry',
    );
  });

  it('withdraw it, with a cause in the history', async () => {
    const { body } = await correct('lin', 'long', { exclude: true });
    await step('zhao', body.id, 'approve');
    const decision = await approved();
    portal.setTime(START + HOUR_MS);
    expect((await step('lin', decision.id, 'withdraw')).status).toBe(200);
    expect(await levels()).toEqual([4, 2]);
    expect((await history())[0]).toMatchObject({ cause: { kind: 'decision' } });
    expect(await plan()).toMatchObject({ result: { outcome: 'undecided' } });
    expect((await plan()).attestation).toBeUndefined();
  });

  it('are contradicted by what is measured', async () => {
    const { body } = await correct('lin', 'long', { exclude: true });
    await step('zhao', body.id, 'approve');
    await approved();
    await deliver([
      ...outage('two', START - 3 * DAY_MS, HOUR_MS, { impact: 'degraded' }),
      ...outage('three', START - 2 * DAY_MS, HOUR_MS, { impact: 'degraded' }),
    ]);
    expect(await plan()).toMatchObject({
      result: { outcome: 'fail' },
      contradicted: true,
      attestation: { state: 'approved' },
    });
    expect(await levels()).toEqual([2, 2]);
  });

  it('are told of the event that mattered, not of the last one', async () => {
    const { body } = await correct('lin', 'long', { exclude: true });
    await step('zhao', body.id, 'approve');
    portal.setTime(START + HOUR_MS);
    await deliver([
      ...outage('late', START - 4 * DAY_MS, 2 * DAY_MS),
      event('service.deployed', 'd-2', START + HOUR_MS, {
        content: { environment: { id: 'production' } },
      }),
    ]);
    expect(await levels()).toEqual([1, 1]);
    expect((await history())[0].cause.event).toMatchObject({ id: 'end late' });
  });

  it('see a level for each scorecard in lists', async () => {
    const { body } = await portal.post('wang', '/v1/levels/query', {
      entityRefs: [ENTITY_REF],
    });
    expect(
      body.items.map(
        (item: { scorecard: string; model: string; level: number }) => [
          item.scorecard,
          item.model,
          item.level,
        ],
      ),
    ).toEqual([
      ['maturity', 'starter', 1],
      ['stability', STABILITY_MODEL, 1],
    ]);
  });
});
