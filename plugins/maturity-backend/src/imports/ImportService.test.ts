import { MemoryEventStore } from '../ingest/__testUtils__/MemoryEventStore';
import {
  buildCdevent,
  toCloudEvent,
} from '../ingest/__testUtils__/buildCdevent';
import { configuredSource } from '../ingest/__testUtils__/mappingContext';
import { IngestService } from '../ingest/IngestService';
import { contractDatabases } from '../database/__testUtils__/contractDatabases';
import { ImportService } from './ImportService';
import { ImportStore } from './ImportStore';

jest.setTimeout(120_000);

const NOW = Date.parse('2026-11-20T08:00:00Z');
const source = configuredSource();

function line(id: string, change: object = {}): string {
  return JSON.stringify({
    ...toCloudEvent(buildCdevent({ name: 'pipelinerun.finished', id })),
    ...change,
  });
}

describe.each(['PostgreSQL', 'SQLite'] as const)('imports, on %s', database => {
  const databases = contractDatabases();

  async function open(maxBytes = 10_000) {
    const knex = await databases.create(database);
    const events = new MemoryEventStore();
    const limits = { maxBytes, maxBatch: 10, maxDepth: 64, futureTolerance: 0 };
    const clock = { at: NOW, now: () => clock.at };
    const service = ImportService.create({
      store: ImportStore.create({ knex }),
      ingest: IngestService.create({ store: events, limits }),
      limits,
      clock,
    });
    const begin = async (
      format: 'ndjson' | 'csv',
      file: Partial<{ name: string; totalBytes: number; sha256: string }> = {},
    ) =>
      (
        await service.begin({
          name: 'history',
          source: 'ci',
          format,
          createdBy: 'user:default/lin',
          ...file,
        })
      ).status;
    const take = (
      id: string,
      offset: number,
      text: string | Buffer,
      last = false,
    ) =>
      service.takePiece({
        id,
        source,
        piece: { offset, bytes: Buffer.from(text), last },
      });
    /** Sends a whole file in pieces of a size. */
    const takeAll = async (id: string, file: string, size: number) => {
      const bytes = Buffer.from(file);
      let at = 0;
      let length = size;
      while (at < bytes.length) {
        const piece = bytes.subarray(at, at + length);
        const last = at + piece.length === bytes.length;
        const { offset } = await service.takePiece({
          id,
          source,
          piece: { offset: at, bytes: piece, last },
        });
        length = offset === at ? length * 2 : size;
        at = offset;
      }
      return service.get(id);
    };
    return { begin, clock, events, service, take, takeAll };
  }

  it('take whole lines, say how far they came, and refuse lines for themselves', async () => {
    const { begin, clock, events, service, take } = await open();
    const file = [
      line('1'),
      '',
      '{"not": "an event"}',
      line('2'),
      'nonsense',
      line('1'),
      line('2', {
        data: {
          ...buildCdevent({ name: 'pipelinerun.finished', id: '2' }),
          customData: { attempt: 2 },
        },
      }),
      line('later', { entityref: 'nobody' }),
    ].join('\n');
    const { id } = await begin('ndjson', { totalBytes: file.length });
    const cut = file.indexOf('nonsense') + 3;

    clock.at += 1000;
    const first = await take(id, 0, file.slice(0, cut));
    expect(first).toEqual({
      id,
      name: 'history',
      source: 'ci',
      format: 'ndjson',
      state: 'open',
      offset: cut - 3,
      totalBytes: file.length,
      lines: 4,
      stored: 2,
      duplicates: 0,
      refused: 1,
      unmapped: 2,
      createdBy: 'user:default/lin',
      createdAt: NOW,
      updatedAt: NOW + 1000,
    });
    // The file ends with it, without a line end.
    const all = await take(id, cut - 3, file.slice(cut - 3));
    expect(all).toMatchObject({
      offset: file.length,
      lines: 8,
      stored: 2,
      duplicates: 1,
      refused: 4,
    });
    expect(await service.refusals({ id, after: 0, limit: 50 })).toEqual({
      total: 4,
      items: [
        { line: 3, code: 400, message: expect.stringContaining('specversion') },
        { line: 5, code: 400, message: expect.stringContaining('not JSON') },
        { line: 7, id: '2', code: 409, message: expect.any(String) },
        {
          line: 8,
          id: 'later',
          code: 400,
          message: expect.stringContaining('entityref'),
        },
      ],
    });
    expect(await service.refusals({ id, after: 3, limit: 2 })).toMatchObject({
      items: [{ line: 5 }, { line: 7 }],
      next: 7,
    });
    expect(events.events.map(({ event }) => event.imported)).toEqual([
      true,
      true,
    ]);
    clock.at += 1000;
    expect(await service.finish(id, 'complete')).toMatchObject({
      state: 'complete',
      finishedAt: NOW + 2000,
    });
  });

  it('are duplicates of what was sent to the door for events', async () => {
    const { begin, events, take } = await open();
    const ingest = IngestService.create({
      store: events,
      limits: { maxBytes: 1e6, maxBatch: 10, maxDepth: 64, futureTolerance: 0 },
    });
    await ingest.ingestCloudEvents({
      source,
      request: {
        headers: { 'content-type': 'application/cloudevents+json' },
        body: Buffer.from(line('1')),
      },
      receivedAt: NOW,
    });
    const { id } = await begin('ndjson');
    expect(await take(id, 0, `${line('1')}\n${line('2')}\n`)).toMatchObject({
      stored: 1,
      duplicates: 1,
    });
  });

  it('give the same in whatever pieces they are sent', async () => {
    const { begin, takeAll } = await open(4_000);
    const rows = Array.from(
      { length: 40 },
      (_, i) =>
        `run,${i % 35},"Component:payments","2026-11-02T01:00:${10 + i}Z"${
          i % 7 === 0 ? ',extra' : ''
        }`,
    );
    rows[20] = 'x'.repeat(9_000);
    rows[30] = '"an open quote,1,2';
    const file = `\uFEFFkind,id,entityref,startedAt\r\n${rows.join('\r\n')}`;
    const results = [];
    for (const size of [1, 64, 1_000, 4_000]) {
      const { id } = await begin('csv');
      const { lines, refused, stored, duplicates, offset } = await takeAll(
        id,
        file,
        size,
      );
      results.push({ lines, refused, new: stored + duplicates, offset });
    }
    expect(new Set(results.map(result => JSON.stringify(result))).size).toBe(1);
    expect(results[0]).toMatchObject({
      lines: 41,
      offset: Buffer.byteLength(file),
      // 6 with a cell too much, one too long, one open quote, 4 that say
      // another time of the same run.
      refused: 6 + 1 + 1 + 4,
      new: 40 - 12,
    });
  });

  it('go on after a crash between what is stored and how far it came', async () => {
    const { begin, events, service, take } = await open();
    const { id } = await begin('ndjson');
    const file = `${line('1')}\n${line('2')}\n`;
    const crash = jest
      .spyOn(ImportStore.prototype, 'advance')
      .mockRejectedValueOnce(new Error('crashed'));
    await expect(take(id, 0, file)).rejects.toThrow('crashed');
    crash.mockRestore();
    expect(events.events).toHaveLength(2);
    expect(await service.get(id)).toMatchObject({ offset: 0, lines: 0 });
    expect(await take(id, 0, file)).toMatchObject({
      offset: file.length,
      lines: 2,
      stored: 0,
      duplicates: 2,
    });
  });

  it('change nothing when a piece is sent twice, one after the other or at once', async () => {
    const { begin, events, service, take } = await open();
    const { id } = await begin('ndjson');
    const piece = `${line('1')}\n`;
    await take(id, 0, piece);
    await expect(take(id, 0, piece)).rejects.toThrow(
      `stands at byte ${piece.length}`,
    );
    const both = await Promise.allSettled(
      [1, 2].map(() => take(id, piece.length, `${line('2')}\n`)),
    );
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await service.get(id)).toMatchObject({ lines: 2 });
    expect(events.events).toHaveLength(2);
  });

  it('leave a line out that is too long, wherever it is cut', async () => {
    const { begin, service, take } = await open(4_000);
    const { id } = await begin('ndjson');
    const long = 'x'.repeat(9_999);
    expect(await take(id, 0, long.slice(0, 4_000))).toMatchObject({
      offset: 4_000,
      lines: 1,
      refused: 1,
    });
    await take(id, 4_000, long.slice(4_000, 8_000));
    expect(
      await take(id, 8_000, `${long.slice(8_000)}\n${line('1')}\n`),
    ).toMatchObject({ lines: 2, refused: 1, stored: 1 });
    expect((await service.refusals({ id, after: 0, limit: 9 })).items).toEqual([
      { line: 1, code: 413, message: expect.stringContaining('4000 bytes') },
    ]);
  });

  it('keep the first ten thousand refusals and count all', async () => {
    const { begin, service, take } = await open(1_000_000);
    const { id } = await begin('csv');
    const bad = 'nonsense\n'.repeat(10_300);
    const { refused } = await take(id, 0, `kind\n${bad}`);
    expect(refused).toBe(10_300);
    const { items, total, next } = await service.refusals({
      id,
      after: 9_990,
      limit: 500,
    });
    expect([items.length, items.at(-1)?.line, total, next]).toEqual([
      11,
      10_001,
      10_300,
      undefined,
    ]);
  });

  it('keep what a line repeats, whatever characters it has', async () => {
    const { begin, service, take } = await open();
    const { id } = await begin('ndjson');
    await take(
      id,
      0,
      `${JSON.stringify({ id: 'a\u0000\ud800b', specversion: '2\u0000' })}\n`,
    );
    expect((await service.refusals({ id, after: 0, limit: 9 })).items).toEqual([
      { line: 1, id: 'a\uFFFD\uFFFDb', code: 400, message: expect.any(String) },
    ]);
  });

  it('find an open import of the same file again', async () => {
    const { begin, service } = await open();
    const sha256 = 'ab'.repeat(32);
    const first = await begin('ndjson', { sha256 });
    expect((await begin('ndjson', { sha256 })).id).toBe(first.id);
    expect((await begin('csv', { sha256 })).id).not.toBe(first.id);
    expect((await begin('ndjson', { sha256, name: 'other' })).id).not.toBe(
      first.id,
    );
    expect((await begin('ndjson')).id).not.toBe(first.id);
    await service.finish(first.id, 'abort');
    expect((await begin('ndjson', { sha256 })).id).not.toBe(first.id);
    expect(await service.list({ state: 'aborted', limit: 9 })).toHaveLength(1);
    expect(await service.list({ source: 'other', limit: 9 })).toEqual([]);
    expect(await service.list({ limit: 3 })).toHaveLength(3);
  });

  it('end once, and not before their end', async () => {
    const { begin, service, take } = await open();
    const { id } = await begin('ndjson', { totalBytes: 1_000 });
    await expect(service.finish(id, 'complete')).rejects.toThrow(
      'stands at byte 0 of 1000',
    );
    expect((await service.finish(id, 'abort')).state).toBe('aborted');
    expect((await service.finish(id, 'abort')).state).toBe('aborted');
    await expect(service.finish(id, 'complete')).rejects.toThrow('is aborted');
    await expect(take(id, 0, 'x')).rejects.toThrow('is aborted');
    await expect(service.get('none')).rejects.toThrow('There is no import');
  });

  it('refuse pieces that cannot be of the file, and a table without a header', async () => {
    const { begin, service, take } = await open();
    const ndjson = await begin('ndjson', { totalBytes: 10 });
    await expect(take(ndjson.id, 5, 'x')).rejects.toThrow('stands at byte 0');
    await expect(take(ndjson.id, 0, 'x'.repeat(11))).rejects.toThrow(
      'behind the 10 bytes',
    );
    const csv = await begin('csv');
    await expect(take(csv.id, 0, 'run,1\n')).rejects.toThrow(
      'The header of the table cannot be read',
    );
    await expect(take(csv.id, 0, 'id,entityref\n1,x\n')).rejects.toThrow(
      'no column "kind"',
    );
    expect(await service.get(csv.id)).toMatchObject({ offset: 0, lines: 0 });
  });
});
