import {
  MAX_EVIDENCE_BYTES,
  type Decision,
} from '@devops-scorecards/plugin-maturity-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { DAY_MS, START } from '../assessment/__testUtils__/scene';
import { recompute } from '../assessment/recompute';
import { currentKnowledge } from '../database';
import {
  CONTRACT_DATABASES,
  contractDatabases,
} from '../database/__testUtils__/contractDatabases';
import { dumpFacts, entityId } from '../facts/__testUtils__/events';
import { rebuildFacts } from '../facts';
import {
  createDecisionScene,
  incidentEvent,
  PAYMENTS,
  type DecisionScene,
} from './__testUtils__/decisionScene';
import { readDecisions } from './readDecisions';

jest.setTimeout(60_000);

const PDF = Buffer.from('%PDF-1.7 drill');
// In two parts, because it is an address that the linter would run.
const SCRIPT = ['javascript', 'alert(1)'].join(':');
const PNG = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

describe.each(CONTRACT_DATABASES)('decisions over HTTP on %s', name => {
  const databases = contractDatabases();
  let scene: DecisionScene;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    scene = await createDecisionScene(await databases.create(name));
  });
  beforeEach(() => {
    scene.policy.decide = () => ({ result: AuthorizeResult.ALLOW });
    scene.hidden.clear();
  });

  const step = (who: string, id: string, what: string, reason = 'because') =>
    scene.post(who, `/v1/decisions/${id}/${what}`, { reason });

  it('starts at level 1, one automated release short of 3', async () => {
    expect(await scene.levels()).toEqual({ measured: 1, award: 1 });
  });

  describe('evidence', () => {
    it('is kept once by its bytes', async () => {
      const first = await scene.upload('lin', 'application/pdf', PDF, '演练');
      expect(first.status).toBe(201);
      expect(first.body).toEqual({
        title: '演练',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        mediaType: 'application/pdf',
        size: PDF.length,
      });
      const again = await scene.upload('zhao', 'application/pdf', PDF);
      expect(again.body.sha256).toBe(first.body.sha256);
      expect(await scene.knex('evidence_file').select('sha256')).toHaveLength(
        1,
      );
      ids.file = first.body.sha256;
    });

    it.each([
      [
        'image/png',
        Buffer.from('<html><script>x</script></html>'),
        'image/png',
      ],
      ['text/html', Buffer.from('<html></html>'), 'text/html'],
      ['application/pdf', PNG, 'its bytes are image/png'],
      ['application/pdf', Buffer.alloc(0), 'is empty'],
    ])('refuses what is not what it says: %s %#', async (type, bytes, text) => {
      const response = await scene.upload('lin', type, bytes);
      expect(response.status).toBe(400);
      expect(response.body.error.message).toContain(text);
    });

    it('refuses what is too large', async () => {
      const bytes = Buffer.concat([PDF, Buffer.alloc(MAX_EVIDENCE_BYTES)]);
      const response = await scene.upload('lin', 'application/pdf', bytes);
      expect(response.status).toBe(413);
      expect(response.body.error.message).toContain('5 MB');
    });

    it('wants a title, a person and the permission', async () => {
      expect(
        (await scene.upload('lin', 'application/pdf', PDF, ' ')).status,
      ).toBe(400);
      expect(
        (await scene.upload('service', 'application/pdf', PDF)).status,
      ).toBe(403);
      scene.policy.decide = () => ({ result: AuthorizeResult.DENY });
      expect((await scene.upload('lin', 'application/pdf', PDF)).status).toBe(
        403,
      );
    });

    it('does not pile up, and goes away after a day', async () => {
      for (let index = 0; index < 20; index += 1) {
        const { status } = await scene.upload(
          'wang',
          'text/plain',
          Buffer.from(`text ${index}`),
        );
        expect(status).toBe(201);
      }
      const more = await scene.upload('wang', 'text/plain', Buffer.from('21'));
      expect(more.status).toBe(403);
      expect(more.body.error.message).toContain('20 of your uploads');
      const again = Buffer.from('text 3');
      expect((await scene.upload('wang', 'text/plain', again)).status).toBe(
        201,
      );
      const { evidence } = scene.decisions;
      expect(await evidence.deleteUnreferenced({ before: START })).toBe(0);
      expect(await evidence.deleteUnreferenced({ before: START + 1 })).toBe(21);
      await scene.upload('lin', 'application/pdf', PDF);
    });
  });

  describe('an attestation', () => {
    it.each<[string, object, string]>([
      ['unknown criterion', { criterionId: 'nope' }, 'no criterion'],
      [
        'criterion of another model',
        { criterionId: 'other.drill-2' },
        'no criterion',
      ],
      [
        'model that does not apply',
        { model: 'other', criterionId: 'other.drill-2' },
        'does not apply',
      ],
      [
        'measured criterion',
        { criterionId: 'delivery.automated-3' },
        'decided by data (metric)',
      ],
      ['no evidence', { evidence: [] }, 'no evidence'],
      [
        'script as address',
        { evidence: [{ title: 'x', url: SCRIPT }] },
        'only https:',
      ],
      [
        'upload that is not there',
        { evidence: [{ title: 'x', sha256: 'b'.repeat(64) }] },
        'There is no upload',
      ],
      ['blank reason', { reason: '  ' }, 'reason'],
      ['end in the past', { validTo: START - 1 }, 'end before it begins'],
      ['too long', { validTo: START + 400 * DAY_MS }, 'at most 12 months'],
      ['renewal of nothing', { renews: 'x' }, 'renewed'],
      ['unknown key', { approved: true }, 'additional properties'],
      ['author', { author: 'user:default/zhao' }, 'additional'],
    ])('is refused: %s', async (_, body, message) => {
      const response = await scene.attest('lin', body);
      expect(response.status).toBe(400);
      expect(response.body.error.message).toContain(message);
    });

    it('is nothing for services, and for those who lack the permission', async () => {
      expect((await scene.attest('service')).status).toBe(403);
      scene.policy.decide = permission => ({
        result:
          permission === 'maturity.decision.create'
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      });
      expect((await scene.attest('lin')).status).toBe(403);
      scene.hidden.add('component:default/payments');
      scene.policy.decide = () => ({ result: AuthorizeResult.ALLOW });
      expect((await scene.attest('lin')).status).toBe(404);
    });

    it('is proposed and does not count yet', async () => {
      const { status, body } = await scene.attest('lin', {
        evidence: [
          { title: '演练/报告', sha256: ids.file },
          { title: 'wiki', url: 'https://example.net/wiki' },
        ],
      });
      expect(status).toBe(201);
      expect(body).toMatchObject({
        state: 'proposed',
        author: 'user:default/lin',
        createdAt: START,
        validFrom: START,
        evidence: [
          { sha256: ids.file, mediaType: 'application/pdf', size: PDF.length },
          { title: 'wiki' },
        ],
        steps: [{ state: 'proposed', actor: 'user:default/lin' }],
      });
      expect(body.decider).toBeUndefined();
      ids.attestation = body.id;
      expect(await scene.levels()).toEqual({ measured: 1, award: 1 });
      expect((await scene.attest('zhao')).status).toBe(409);
      expect(
        await scene.decisions.evidence.deleteUnreferenced({
          before: START + 9,
        }),
      ).toBe(0);
    });

    it('is not decided by its author, in whatever spelling', async () => {
      for (const who of ['lin', 'LIN', 'Lin']) {
        for (const what of ['approve', 'reject']) {
          const response = await step(who, ids.attestation, what);
          expect(response.status).toBe(403);
          expect(response.body.error.message).toContain('themselves');
        }
      }
    });

    it('is not decided by services and by who may not review', async () => {
      expect((await step('service', ids.attestation, 'approve')).status).toBe(
        403,
      );
      scene.policy.decide = permission => ({
        result:
          permission === 'maturity.decision.review'
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      });
      const response = await step('zhao', ids.attestation, 'approve');
      expect(response.status).toBe(403);
      expect(response.body.error.message).toContain('permission to review');
    });

    it('wants a reason to be turned down', async () => {
      const response = await step('zhao', ids.attestation, 'reject', ' ');
      expect(response.status).toBe(400);
    });

    it('counts once another person approves it, twice is once', async () => {
      const path = `/v1/decisions/${ids.attestation}/approve`;
      const { status, body } = await scene.post('zhao', path);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        state: 'approved',
        decider: 'user:default/zhao',
        steps: [{ state: 'proposed' }, { state: 'approved' }],
      });
      expect(await scene.levels()).toEqual({ measured: 2, award: 2 });
      const again = await scene.post('zhao', path);
      expect(again.body).toEqual(body);
      expect((await scene.post('wang', path)).status).toBe(409);
      expect((await step('zhao', ids.attestation, 'reject')).status).toBe(409);
    });

    it('gives its documents as attachments', async () => {
      const path = `/v1/decisions/${ids.attestation}/evidence`;
      const response = await scene.get('zhao', `${path}/${ids.file}`);
      expect(response.status).toBe(200);
      expect(response.body).toEqual(PDF);
      expect(response.headers).toMatchObject({
        'content-type': 'application/pdf',
        'x-content-type-options': 'nosniff',
        'content-security-policy': expect.stringContaining('sandbox'),
        'content-disposition': expect.stringMatching(/^attachment; filename=/),
      });
      expect(response.headers['content-disposition']).toContain(
        encodeURIComponent('演练-报告.pdf'),
      );
      const other = await scene.get('zhao', `${path}/${'b'.repeat(64)}`);
      expect(other.status).toBe(404);
      scene.hidden.add('component:default/payments');
      const { status } = await scene.get('zhao', `${path}/${ids.file}`);
      expect(status).toBe(404);
    });

    it('can be renewed, and is over when it expires', async () => {
      scene.setTime(START + 300 * DAY_MS);
      const { status, body } = await scene.attest('zhao', {
        renews: ids.attestation,
        validTo: START + 400 * DAY_MS,
      });
      expect([status, body.renews]).toEqual([201, ids.attestation]);
      ids.renewal = body.id;
      scene.setTime(START + 400 * DAY_MS);
      const late = await step('lin', ids.renewal, 'approve');
      expect(late.status).toBe(409);
      expect(late.body.error.message).toContain('expired');
      const id = await entityId(scene.knex, 'component:default/payments');
      const assess = async (asOf: number) => {
        const result = await recompute(scene.context, { entityId: id, asOf });
        return result!.verdicts[0].verdict.root.levels.award;
      };
      expect(await assess(START)).toBe(2);
      expect(await assess(START + 366 * DAY_MS)).toBe(1);
      scene.setTime(START);
      expect((await step('zhao', ids.renewal, 'withdraw')).status).toBe(200);
    });

    it('is taken back with a reason', async () => {
      expect((await step('wang', ids.attestation, 'withdraw')).status).toBe(
        200,
      );
      expect(await scene.levels()).toEqual({ measured: 1, award: 1 });
      const again = await step('lin', ids.attestation, 'withdraw');
      expect(again.status).toBe(409);
    });

    it('stays what it was for the knowledge of then', async () => {
      const id = await entityId(scene.knex, 'component:default/payments');
      const { steps }: Decision = (
        await scene.get('lin', `/v1/decisions/${ids.attestation}`)
      ).body;
      const states = await Promise.all(
        [steps[0].seq - 1, ...steps.map(({ seq }) => seq)].map(
          async knownAt =>
            (
              await readDecisions(scene.knex, { entityId: id, knownAt })
            )[0]?.state,
        ),
      );
      expect(states).toEqual([undefined, 'proposed', 'approved', 'withdrawn']);
    });
  });

  describe('a correction', () => {
    it.each<[string, string, object, string, number, string]>([
      ['unknown fact', 'nope', { exclude: true }, 'deployment', 404, 'no depl'],
      [
        'unknown field',
        'd7',
        { fields: { service: 'x' } },
        'deployment',
        400,
        "'service'",
      ],
      [
        'restored before it started',
        'i1',
        { fields: { restoredAt: START - 8_000_000 } },
        'incident',
        400,
        'restored before it started',
      ],
      [
        'deployment that is not there',
        'i1',
        { fields: { deployment: 'nope' } },
        'incident',
        400,
        'does not have',
      ],
      [
        'incident that repeats itself',
        'i1',
        { fields: { repeatOf: 'i1' } },
        'incident',
        400,
        'does not repeat itself',
      ],
      ['no reason', 'd7', { exclude: true, reason: '' }, 'deployment', 400, ''],
      ['unknown kind', 'd7', { exclude: true }, 'party', 400, 'kind'],
    ])('is refused: %s', async (_, key, body, kind, status, message) => {
      const response = await scene.correct('lin', key, body, kind);
      expect(response.status).toBe(status);
      expect(response.body.error.message).toContain(message);
    });

    it('does not reach facts of another entity', async () => {
      const path = PAYMENTS.replace('payments', 'ledger');
      const { status } = await scene.post('lin', `${path}/corrections`, {
        fact: { kind: 'deployment', source: 'ci', key: 'd7' },
        exclude: true,
        reason: 'not mine',
      });
      expect(status).toBe(404);
    });

    it('counts at once where no level rises, as an event', async () => {
      const { status, body } = await scene.correct(
        'lin',
        'i1',
        { fields: { cause: 'change', deployment: 'd0' } },
        'incident',
      );
      expect(status).toBe(201);
      expect(body).toMatchObject({
        state: 'approved',
        effect: { raises: false },
        steps: [{ state: 'approved', actor: 'user:default/lin' }],
      });
      expect(body.decider).toBeUndefined();
      const { items } = (
        await scene.get('lin', `${PAYMENTS}/facts?kind=incident`)
      ).body;
      expect(items[0]).toMatchObject({
        corrected: true,
        fields: { cause: 'change', deployment: 'd0' },
        events: [{ id: 'incident-i1' }, { id: body.id }],
      });
      const undo = await step('lin', body.id, 'withdraw');
      expect(undo.status).toBe(409);
      expect(undo.body.error.message).toContain('another correction');
    });

    it('waits for a second person where a level rises', async () => {
      const { status, body } = await scene.correct('lin', 'd7', {
        fields: { execution: 'pipeline' },
      });
      expect(status).toBe(201);
      expect(body).toMatchObject({
        state: 'proposed',
        effect: {
          raises: true,
          levels: [{ model: 'delivery', from: 1, to: 3 }],
        },
      });
      expect(await scene.levels()).toEqual({ measured: 1, award: 1 });
      ids.correction = body.id;
      expect((await step('lin', body.id, 'approve')).status).toBe(403);
      const second = await scene.correct('zhao', 'd7', { exclude: true });
      expect(second.status).toBe(409);
    });

    it('has its event exactly when it is approved', async () => {
      const before = await dumpFacts(scene.knex);
      const knownBefore = await currentKnowledge(scene.knex);
      const answers = await Promise.all(
        ['zhao', 'wang'].map(who => step(who, ids.correction, 'approve')),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(await scene.levels()).toEqual({ measured: 3, award: 1 });
      const events = await scene
        .knex('event_log')
        .where({ event_id: ids.correction });
      expect(events).toHaveLength(1);
      expect(await dumpFacts(scene.knex)).not.toBe(before);
      // Its event and its step.
      expect(
        (await currentKnowledge(scene.knex)) - knownBefore,
      ).toBeGreaterThan(1);
    });

    it('is in the facts whenever they are made again from the log', async () => {
      const before = await dumpFacts(scene.knex);
      await rebuildFacts({ knex: scene.knex });
      expect(await dumpFacts(scene.knex)).toBe(before);
    });

    it('is undone by another one', async () => {
      const { body } = await scene.correct('zhao', 'd7', {
        fields: { execution: 'manual' },
      });
      expect(body.state).toBe('approved');
      expect(await scene.levels()).toEqual({ measured: 1, award: 1 });
    });

    it('leaves a fact out and takes it back in', async () => {
      const out = await scene.correct('lin', 'd7', { exclude: true });
      expect(out.body).toMatchObject({ state: 'proposed' });
      await step('zhao', out.body.id, 'approve');
      expect(await scene.levels()).toEqual({ measured: 3, award: 1 });
      const back = await scene.correct('lin', 'd7', { exclude: false });
      expect(back.body.state).toBe('approved');
      expect(await scene.levels()).toEqual({ measured: 1, award: 1 });
    });

    it('does not raise a level by two at the same moment', async () => {
      const worse = await scene.correct('lin', 'd8', {
        fields: { execution: 'manual' },
      });
      expect(worse.body.state).toBe('approved');
      const answers = await Promise.all(
        ['d7', 'd8'].map(key =>
          scene.correct('lin', key, { fields: { execution: 'pipeline' } }),
        ),
      );
      const states = answers.map(({ body }) => body.state);
      expect(states.sort()).toEqual(['approved', 'proposed']);
      expect(await scene.levels()).toEqual({ measured: 1, award: 1 });
      const open = answers.find(({ body }) => body.state === 'proposed')!;
      expect((await step('lin', open.body.id, 'withdraw')).status).toBe(200);
      const { key } = open.body.content.fact;
      if (key === 'd8') {
        // Whichever was first: from here on it is d7 that is not automated.
        for (const [other, execution] of [
          ['d7', 'manual'],
          ['d8', 'pipeline'],
        ]) {
          await scene.correct('lin', other, { fields: { execution } });
        }
      }
    });

    it('writes nothing where the log does not take it', async () => {
      const { body } = await scene.correct('lin', 'd7', { exclude: true });
      const taken = { ...incidentEvent('other').event, eventId: body.id };
      await scene.ingest({
        bodyHash: 'other',
        event: {
          ...taken,
          eventSource: 'urn:devops-scorecards:corrections',
        },
      });
      const before = await dumpFacts(scene.knex);
      const response = await step('zhao', body.id, 'approve');
      expect(response.status).toBe(409);
      const { body: now } = await scene.get('lin', `/v1/decisions/${body.id}`);
      expect(now.state).toBe('proposed');
      expect(await dumpFacts(scene.knex)).toBe(before);
      expect((await step('lin', body.id, 'withdraw')).status).toBe(200);
    });
  });

  describe('an import', () => {
    const imported = {
      entityRef: 'Component:default/Payments',
      content: {
        kind: 'attest',
        model: 'delivery',
        criterionId: 'delivery.drill-2',
      },
      author: 'lin',
      decider: 'user:default/ZHAO',
      reason: 'Decided by the board',
      evidence: [{ title: 'minutes', url: 'https://example.net/minutes' }],
      createdAt: START - 30 * DAY_MS,
    };
    const post = (body: object, who = 'service') =>
      scene.post(who, '/v1/decisions/import', body);

    it('is for services that may, and never of one person alone', async () => {
      expect((await post(imported, 'zhao')).status).toBe(403);
      const alone = await post({ ...imported, decider: 'User:LIN' });
      expect(alone.status).toBe(400);
      expect(alone.body.error.message).toContain('another person');
      const nowhere = { ...imported, entityRef: 'component:default/nowhere' };
      expect((await post(nowhere)).status).toBe(404);
      scene.policy.decide = () => ({ result: AuthorizeResult.DENY });
      expect((await post(imported)).status).toBe(403);
    });

    it('counts at once, and again changes nothing', async () => {
      const { status, body } = await post(imported);
      expect(status).toBe(201);
      expect(body).toMatchObject({
        state: 'approved',
        author: 'user:default/lin',
        decider: 'user:default/zhao',
        validFrom: imported.createdAt,
      });
      expect((await scene.levels()).award).toBe(2);
      const rows = await scene.knex('decision').count({ count: '*' }).first();
      expect((await post(imported)).body).toEqual(body);
      expect(
        await scene.knex('decision').count({ count: '*' }).first(),
      ).toEqual(rows);
    });

    it('waits for another person where nobody has decided', async () => {
      const { decider: _, ...open } = imported;
      const { status, body } = await post(open);
      expect(status).toBe(201);
      expect(body).toMatchObject({
        state: 'proposed',
        author: 'user:default/lin',
        createdAt: open.createdAt,
      });
      expect(body.decider).toBeUndefined();
      expect((await post(open)).body).toEqual(body);
      // A second one about the same has to wait for the first.
      const second = await post({ ...open, reason: 'Asked once more' });
      expect(second.status).toBe(409);
      expect((await step('lin', body.id, 'approve')).status).toBe(403);
      const approved = await step('zhao', body.id, 'approve');
      expect(approved.body).toMatchObject({
        state: 'approved',
        decider: 'user:default/zhao',
      });
      expect((await step('lin', body.id, 'withdraw')).status).toBe(200);
    });

    it('takes corrections in, too', async () => {
      const { reason, author, decider, entityRef, createdAt } = imported;
      const correction = {
        content: {
          kind: 'correct',
          fact: { kind: 'deployment', source: 'ci', key: 'd7' },
          fields: { execution: 'pipeline' },
        },
        ...{ reason, author, decider, entityRef, createdAt },
      };
      const undecided = await post({ ...correction, decider: undefined });
      expect(undecided.status).toBe(400);
      expect(undecided.body.error.message).toContain('decider is missing');
      const { status, body } = await post(correction);
      expect([status, body.state]).toEqual([201, 'approved']);
      expect((await post(correction)).body).toEqual(body);
    });
  });

  describe('lists', () => {
    const list = async (query = '', who = 'lin'): Promise<Decision[]> =>
      (await scene.get(who, `/v1/decisions${query}`)).body.items;

    it('are newest first and can be narrowed', async () => {
      const all = await list('?limit=500');
      const order = all.map(({ steps }) => steps[0].seq);
      expect(order).toEqual([...order].sort((a, b) => b - a));
      expect(all.length).toBeGreaterThan(5);
      expect((await list('?limit=2')).map(({ id }) => id)).toEqual(
        all.slice(0, 2).map(({ id }) => id),
      );
      const approved = await list('?kind=attest&state=approved');
      expect(approved).toHaveLength(1);
      expect(await list('?entityRef=component:default/ledger')).toEqual([]);
      expect(
        await list('?limit=500&entityRef=Component:default/Payments'),
      ).toHaveLength(all.length);
      expect((await scene.get('lin', '/v1/decisions?state=x')).status).toBe(
        400,
      );
    });

    it('show nobody what they may not see', async () => {
      scene.hidden.add('component:default/payments');
      expect(await list()).toEqual([]);
      const { status } = await scene.get(
        'lin',
        `/v1/decisions/${ids.attestation}`,
      );
      expect(status).toBe(404);
      expect((await scene.get('lin', '/v1/decisions/nope')).status).toBe(404);
    });

    it('turn conditions into SQL', async () => {
      const { createMaturityConditionalDecision, maturityConditions } =
        jest.requireActual('../permissions');
      const { maturityScorecardReadPermission } = jest.requireActual(
        '@devops-scorecards/plugin-maturity-common',
      );
      const under = (kind: string) => () =>
        createMaturityConditionalDecision(
          maturityScorecardReadPermission,
          maturityConditions.hasKind({ kinds: [kind] }),
        );
      scene.policy.decide = under('system');
      expect(await list()).toEqual([]);
      scene.policy.decide = under('component');
      expect((await list()).length).toBeGreaterThan(5);
    });
  });

  it('audits every write without what it says', async () => {
    const written = scene.auditor.createEvent.mock.calls.map(
      ([{ eventId }]) => eventId,
    );
    expect(new Set(written)).toEqual(
      new Set([
        'evidence-upload',
        'decision-attest',
        'decision-correct',
        'decision-step',
        'decision-import',
      ]),
    );
    expect(
      JSON.stringify(
        scene.auditor.createEvent.mock.calls.map(([{ meta }]) => meta),
      ),
    ).not.toContain('went well');
  });

  it('decides nothing once the catalog has lost the entity', async () => {
    const { body } = await scene.correct('lin', 'd8', { exclude: true });
    const { body: proposal } = await scene.attest('lin', {
      validTo: START + DAY_MS,
    });
    await scene.forget('component:default/payments');
    for (const what of ['approve', 'reject', 'withdraw']) {
      expect((await step('zhao', proposal.id, what)).status).toBe(404);
    }
    expect((await scene.get('lin', `/v1/decisions/${body.id}`)).status).toBe(
      404,
    );
    expect((await scene.attest('lin')).status).toBe(404);
    expect((await scene.get('lin', '/v1/decisions')).body.items).toEqual([]);
  });
});
