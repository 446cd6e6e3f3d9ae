import type { ImportStatus } from '@devops-scorecards/plugin-maturity-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createPortal } from '../__testUtils__/createPortal';
import {
  createPaymentsScene,
  deployed,
  ENTITY,
  MINUTE_MS,
  START,
} from '../assessment/__testUtils__/scene';
import { contractDatabases } from '../database/__testUtils__/contractDatabases';

jest.setTimeout(120_000);

const HEADER =
  'kind,id,entityref,service,environment,finishedAt,outcome,execution';

/** A row of a deployment to production. */
function row(id: string, at: number, execution = 'pipeline'): string {
  const time = new Date(at).toISOString();
  return `deployment,${id},${ENTITY},,production,${time},success,${execution}\n`;
}

describe.each(['PostgreSQL', 'SQLite'] as const)(
  'imports over HTTP, on %s',
  database => {
    const databases = contractDatabases();

    async function open() {
      const scene = await createPaymentsScene(
        await databases.create(database),
        {
          sourceOrder: ['ci', 'jenkins'],
        },
      );
      const portal = createPortal(scene);
      const begin = async (who: string, file: object = {}) =>
        portal.post(who, '/v1/imports', {
          name: 'deployments.csv',
          format: 'csv',
          ...file,
        });
      const put = (
        who: string,
        id: string,
        text: string,
        headers: Record<string, string> = { 'Upload-Offset': '0' },
      ) =>
        portal
          .send(who, 'put', `/v1/imports/${id}/content`)
          .set('Content-Type', 'application/octet-stream')
          .set(headers)
          .send(Buffer.from(text));
      return { ...portal, begin, put };
    }

    it('bring in history that counts, connects and is no news', async () => {
      const portal = await open();
      const { body } = await portal.begin('lin', { source: 'ci' });
      expect(body).toMatchObject({
        source: 'ci',
        createdBy: 'user:default/lin',
      });

      portal.setTime(START + MINUTE_MS);
      const content = `${HEADER}\n${row('up', START + MINUTE_MS - 1)}`;
      const taken = await portal.put('lin', body.id, content);
      expect([taken.status, taken.headers['upload-offset']]).toEqual([
        200,
        String(content.length),
      ]);
      expect(taken.body).toMatchObject({ stored: 1, lines: 2, unmapped: 0 });
      await portal.worker.runDue();
      expect(await portal.assessment()).toMatchObject({ measured: 3 });

      portal.setTime(START + 2 * MINUTE_MS);
      await portal.ingest(
        deployed('down', START + 2 * MINUTE_MS - 1, { execution: 'manual' }),
      );
      await portal.worker.runDue();
      expect(
        portal.changes.map(({ level, change, notify }) => [
          level.level,
          change.cause.kind,
          change.cause.event?.id,
          notify,
        ]),
      ).toEqual([
        [2, 'first', undefined, false],
        [3, 'event', 'deployment up', false],
        [2, 'event', 'down', true],
      ]);
      const log = await portal
        .knex('event_log')
        .whereIn('event_id', ['deployment up', 'down'])
        .orderBy('seq')
        .select('imported');
      expect(log).toEqual([{ imported: 1 }, { imported: 0 }]);
      const done = await portal.post('lin', `/v1/imports/${body.id}/complete`);
      expect(done.body).toMatchObject({ state: 'complete' });
      expect(
        portal.auditor.createEvent.mock.calls.map(([event]) => [
          event.eventId,
          event.meta?.step ?? event.meta?.door,
        ]),
      ).toEqual([
        ['history-import', 'begin'],
        ['event-ingest', 'imports'],
        ['history-import', 'complete'],
      ]);
    });

    it('go on where they were, also of a file that does not say its size', async () => {
      const portal = await open();
      const sha256 = 'ab'.repeat(32);
      const { status, body } = await portal.begin('service', { sha256 });
      expect(status).toBe(201);
      const file = `${HEADER}\n${row('a', START - 1)}${row('b', START - 2)}`;
      const cut = file.length - 20;
      const first = await portal.put('service', body.id, file.slice(0, cut));
      expect(first.body).toMatchObject({ stored: 1, lines: 2 });

      const again = await portal.begin('service', { sha256 });
      expect([again.status, again.body.id]).toEqual([200, body.id]);
      const { offset } = again.body as ImportStatus;
      const rest = await portal.put(
        'service',
        body.id,
        // Without its last line end.
        file.slice(offset, -1),
        { 'Upload-Offset': String(offset), 'Upload-Complete': '?1' },
      );
      expect(rest.body).toMatchObject({ stored: 2, lines: 3, refused: 0 });

      const late = await portal.put('service', body.id, file);
      expect([late.status, late.body.error.message]).toEqual([
        409,
        `The import stands at byte ${file.length - 1}: go on from there`,
      ]);
    });

    it('show what was refused, page by page', async () => {
      const portal = await open();
      const { body } = await portal.begin('service');
      await portal.put(
        'service',
        body.id,
        `${HEADER}\nx,1\n${row('a', START - 1)}y,2\nz,3\n`,
      );
      const path = `/v1/imports/${body.id}/refusals`;
      const page = await portal.get('service', `${path}?limit=2`);
      expect(page.body).toEqual({
        items: [
          {
            line: 2,
            id: '1',
            code: 400,
            message: expect.stringContaining('kind'),
          },
          {
            line: 4,
            id: '2',
            code: 400,
            message: expect.stringContaining('kind'),
          },
        ],
        total: 3,
        next: 4,
      });
      const last = await portal.get('service', `${path}?after=4`);
      expect(last.body.items.map(({ line }: any) => line)).toEqual([5]);
      const list = await portal.get('service', '/v1/imports?state=open');
      expect(list.body.items).toMatchObject([
        { id: body.id, refused: 3, stored: 1 },
      ]);
    });

    it('are for operators, and for services as their own source', async () => {
      const portal = await open();
      const own = (await portal.begin('service')).body;
      expect(own).toMatchObject({
        source: 'ci',
        createdBy: 'external:test-service',
      });
      expect((await portal.begin('service:jenkins')).body.source).toBe(
        'jenkins',
      );
      const foreign = await portal.begin('service', { source: 'jenkins' });
      expect(foreign.status).toBe(403);
      const none = await portal.begin('lin', { source: 'nonsense' });
      expect([none.status, none.body.error.message]).toEqual([
        400,
        'source must be one that is configured: ci, jenkins',
      ]);
      expect((await portal.begin('lin')).status).toBe(400);

      const others = [
        portal.get('service:jenkins', `/v1/imports/${own.id}`),
        portal.get('service:jenkins', `/v1/imports/${own.id}/refusals`),
        portal.post('service:jenkins', `/v1/imports/${own.id}/abort`),
        portal.put('service:jenkins', own.id, 'x'),
      ];
      for (const request of others) {
        expect((await request).status).toBe(404);
      }
      const listed = await portal.get('service:jenkins', '/v1/imports');
      expect(listed.body.items).toMatchObject([{ source: 'jenkins' }]);
      expect((await portal.get('lin', '/v1/imports')).body.items).toHaveLength(
        2,
      );

      const asked: string[] = [];
      portal.policy.decide = permission => {
        asked.push(permission);
        return { result: AuthorizeResult.DENY };
      };
      const denied = [
        () => portal.begin('lin', { source: 'ci' }),
        () => portal.get('lin', '/v1/imports'),
        () => portal.get('lin', `/v1/imports/${own.id}`),
        () => portal.get('lin', `/v1/imports/${own.id}/refusals`),
        () => portal.put('lin', own.id, 'x'),
        () => portal.post('lin', `/v1/imports/${own.id}/complete`),
        () => portal.begin('service'),
        () => portal.put('service', own.id, 'x'),
      ];
      for (const request of denied) {
        expect((await request()).status).toBe(403);
      }
      expect(asked).toEqual([
        ...['manage', 'read', 'read', 'read', 'manage', 'manage'].map(
          action => `maturity.operations.${action}`,
        ),
        'maturity.event.ingest',
        'maturity.event.ingest',
      ]);
      expect(
        (await portal.knex('event_log').where({ imported: 1 })).length,
      ).toBe(0);
    });

    describe('refusing', () => {
      let portal: Awaited<ReturnType<typeof open>>;
      beforeAll(async () => {
        portal = await open();
      });

      it.each([
        [
          'an import that is none',
          '00000000-0000-0000-0000-000000000000',
          { 'Upload-Offset': '0' },
          'x',
          404,
        ],
        ['an id that is none', "x'%00", { 'Upload-Offset': '0' }, 'x', 404],
        ['no offset', undefined, {}, 'x', 400],
        [
          'an offset that is none',
          undefined,
          { 'Upload-Offset': '-1' },
          'x',
          400,
        ],
        ['an offset beyond', undefined, { 'Upload-Offset': '5' }, 'x', 409],
        [
          'too much at once',
          undefined,
          { 'Upload-Offset': '0' },
          'x'.repeat(5_242_881),
          413,
        ],
      ])('refuse %s', async (_, id, headers, content, code) => {
        const { body } = await portal.begin('service');
        const { status } = await portal.put(
          'service',
          id ?? body.id,
          content,
          headers as Record<string, string>,
        );
        expect(status).toBe(code);
      });

      it.each([
        ['a name', { name: '' }],
        ['a name with letters', { name: '  ' }],
        ['a format', { format: 'xml' }],
        ['a hash', { sha256: 'abc' }],
        ['a size', { totalBytes: -1 }],
        ['what there is', { colour: 'red' }],
      ])('want %s to begin', async (_, file) => {
        expect((await portal.begin('service', file)).status).toBe(400);
      });
    });
  },
);
