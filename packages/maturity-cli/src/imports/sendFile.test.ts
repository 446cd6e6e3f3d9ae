import { ResponseError } from '@backstage/errors';
import type { ImportStatus } from '@devops-scorecards/plugin-maturity-common';
import { PieceSize } from './PieceSize';
import { sendFile, type SendFileOptions } from './sendFile';

const STATUS: ImportStatus = {
  id: '1',
  name: 'history.csv',
  source: 'ci',
  format: 'csv',
  state: 'open',
  offset: 0,
  lines: 0,
  stored: 0,
  duplicates: 0,
  refused: 0,
  unmapped: 0,
  createdBy: 'external:ci',
  createdAt: 1,
  updatedAt: 1,
};

async function answered(status: number): Promise<Error> {
  return ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name: 'Error', message: 'because' },
        response: { statusCode: status },
      }),
      { status, headers: { 'Content-Type': 'application/json' } },
    ) as any,
  );
}

/** A portal that has whole lines of a file, and may fail on the way. */
function portal(
  file: string,
  options: {
    maxBytes?: number;
    fail?: (call: number) => Promise<Error | undefined>;
  } = {},
) {
  const bytes = Buffer.from(file);
  const sizes: number[] = [];
  const retries: string[] = [];
  let status = { ...STATUS, totalBytes: bytes.length };
  let received = '';
  const client: SendFileOptions['client'] = {
    getImport: async () => status,
    async sendImportContent({ offset, content, last }) {
      sizes.push(content.size);
      const error = await options.fail?.(sizes.length);
      if (error) {
        throw error;
      }
      if (content.size > (options.maxBytes ?? Infinity)) {
        throw await answered(413);
      }
      if (offset !== status.offset) {
        throw await answered(409);
      }
      const text = Buffer.from(await content.arrayBuffer()).toString();
      const whole = last ? text : text.slice(0, text.lastIndexOf('\n') + 1);
      received += whole;
      status = { ...status, offset: offset + whole.length };
      return status;
    },
  };
  const send = (change: Partial<SendFileOptions> = {}) =>
    sendFile({
      client,
      handle: {
        read: async (
          buffer: Buffer,
          at: number,
          length: number,
          position: number,
        ) => ({
          bytesRead: bytes.copy(buffer, at, position, position + length),
          buffer,
        }),
      } as any,
      status,
      signal: new AbortController().signal,
      onProgress: () => {},
      onRetry: reason => retries.push(reason),
      retryAfter: 1,
      ...change,
    });
  return {
    send,
    sizes,
    retries,
    moveTo: (offset: number) => {
      received = bytes.subarray(0, offset).toString();
      status = { ...status, offset };
    },
    received: () => received,
  };
}

const MEGABYTE = 1024 * 1024;
const lines = (count: number, length: number) =>
  `${'x'.repeat(length - 1)}\n`.repeat(count);

describe('a file that is sent in pieces', () => {
  it('is sent whole, also without a line end at its end', async () => {
    const file = `${lines(3000, 1000)}the end`;
    const { send, received, sizes } = portal(file);
    expect((await send()).offset).toBe(file.length);
    expect(received()).toBe(file);
    expect(Math.max(...sizes)).toBe(256 * 1024);
  });

  it('is sent in smaller pieces where the portal takes no such large ones', async () => {
    const file = lines(300, 1000);
    const { send, received, sizes } = portal(file, { maxBytes: 50_000 });
    await send();
    expect(received()).toBe(file);
    expect(sizes.slice(0, 5)).toEqual([
      262_144, 131_072, 65_536, 32_768, 32_768,
    ]);
  });

  it.each([700_000, MEGABYTE, 5 * MEGABYTE])(
    'is sent in larger pieces where a line does not fit, of a portal that takes %p',
    async maxBytes => {
      const file = lines(1, 10) + lines(3, 600_000) + lines(1, 10);
      const { send, received } = portal(file, { maxBytes });
      await send();
      expect(received() === file).toBe(true);
    },
  );

  it('is given up where no piece leads on', async () => {
    const { send } = portal(lines(1, 600_000), { maxBytes: 300_000 });
    await expect(send()).rejects.toThrow(
      'The portal takes nothing of the file',
    );
  });

  it('goes on after an outage, from where the portal stands', async () => {
    const file = lines(600, 1000);
    const { send, moveTo, received, retries } = portal(file, {
      fail: async call => {
        if (call === 2) {
          // It was taken; only the answer was lost.
          moveTo(500_000);
          return new TypeError('fetch failed');
        }
        return call === 3 ? answered(503) : undefined;
      },
    });
    await send();
    expect(received()).toBe(file);
    expect(retries).toEqual([
      'fetch failed; trying again in 1 s',
      'The portal answered 503: because; trying again in 1 s',
    ]);
  });

  it('goes on where another sender has come', async () => {
    const file = lines(600, 1000);
    const sent = portal(file);
    sent.moveTo(300_000);
    await sent.send({ status: { ...STATUS, totalBytes: file.length } });
    expect(sent.received()).toBe(file);
  });

  it.each([
    ['stays away', 6, 503, 503],
    ['does not want it', 1, 403, 403],
  ])('fails where the portal %s', async (_, calls, code, expected) => {
    const { send, sizes } = portal(lines(3, 10), {
      fail: () => answered(code),
    });
    await expect(send()).rejects.toMatchObject({ statusCode: expected });
    expect(sizes).toHaveLength(calls);
  });

  it('fails where it has become shorter', async () => {
    const { send } = portal('');
    await expect(
      send({ status: { ...STATUS, totalBytes: 10 } }),
    ).rejects.toThrow('has become shorter');
  });

  it('ends when it shall', async () => {
    const interruption = new AbortController();
    const { send } = portal(lines(600, 1000));
    await expect(
      send({
        signal: interruption.signal,
        onProgress: () => interruption.abort(),
      }),
    ).rejects.toThrow('aborted');
  });
});

describe('the size of pieces', () => {
  it('finds the largest that is taken, and an end', () => {
    const size = new PieceSize();
    const largest = 700_001;
    let steps = 0;
    while (size.bytes > largest ? size.shrink() : size.grow()) {
      steps += 1;
    }
    expect(steps).toBeLessThan(30);
    expect(size.bytes).toBe(largest);
  });

  it('cannot be less than one byte', () => {
    const size = new PieceSize();
    let steps = 0;
    while (size.shrink()) {
      steps += 1;
    }
    expect([size.bytes, steps]).toEqual([1, 18]);
  });
});
