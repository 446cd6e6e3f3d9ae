import {
  createServer,
  type IncomingHttpHeaders,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as the server saw it. */
export interface SeenRequest {
  path: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
}

/** What to answer: JSON unless it is text. */
export interface Recorded {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** Answers a request, or leaves it to 404. */
export type Answer = (
  request: SeenRequest,
) => Recorded | undefined | Promise<Recorded | undefined>;

/**
 * A server on 127.0.0.1 that answers as a producer was recorded. It keeps what
 * it was asked; close it after the test.
 */
export async function recordedServer(answer: Answer) {
  const seen: SeenRequest[] = [];
  const state = { answer };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url!, 'http://127.0.0.1');
    const asked: SeenRequest = {
      path: url.pathname,
      query: url.searchParams,
      headers: request.headers,
    };
    seen.push(asked);
    send(response, (await state.answer(asked)) ?? { status: 404, body: {} });
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    host: `127.0.0.1:${port}`,
    seen,
    /** Paths with their queries, in the order in which they were asked. */
    asked: () =>
      seen.map(({ path, query }) =>
        [path, decodeURIComponent(query.toString())].filter(Boolean).join('?'),
      ),
    /** Answers in another way from now on. */
    answerWith(next: Answer) {
      state.answer = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => {
        server.close(resolve);
      });
    },
  };
}

export type RecordedServer = Awaited<ReturnType<typeof recordedServer>>;

function send(response: ServerResponse, recorded: Recorded): void {
  const { status = 200, headers = {}, body } = recorded;
  const text = typeof body === 'string';
  response.writeHead(status, {
    'content-type': text ? 'text/html' : 'application/json',
    ...headers,
  });
  response.end(text ? body : JSON.stringify(body));
}
