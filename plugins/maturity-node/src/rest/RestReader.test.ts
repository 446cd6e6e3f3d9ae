import { RetryLaterError } from '../pull';
import {
  recordedServer,
  type Answer,
  type RecordedServer,
} from './__testUtils__/recordedServer';
import { RestReader, type RestReaderOptions } from './RestReader';

const NOW = Date.UTC(2026, 10, 20, 8);
const SECRET = 'a-token-that-nobody-may-see';

describe('RestReader', () => {
  const servers: RecordedServer[] = [];
  const { signal } = new AbortController();

  afterEach(async () => {
    await Promise.all(servers.splice(0).map(server => server.close()));
  });

  async function serve(
    answer: Answer,
    options: Partial<RestReaderOptions> = {},
  ) {
    const server = await recordedServer(answer);
    servers.push(server);
    const reader = RestReader.create({
      producer: 'Tool',
      baseUrl: `${server.url}/api/v4/`,
      credentialsAt: 'integrations.tool',
      headers: async () => ({ authorization: `Bearer ${SECRET}` }),
      clock: () => NOW,
      ...options,
    });
    return { server, reader };
  }

  async function failure(answer: Answer, options?: Partial<RestReaderOptions>) {
    const { reader } = await serve(answer, options);
    const error = await reader
      .get('/runs', { signal, query: { private_token: SECRET } })
      .then(() => undefined)
      .catch(caught => caught);
    expect(error).toBeInstanceOf(Error);
    expect(`${error} ${error.stack} ${error.cause}`).not.toContain(SECRET);
    return error;
  }

  it('reads JSON with credentials, page by page', async () => {
    const { server, reader } = await serve(({ path, query, headers }) => ({
      headers: {
        link: `<http://${headers.host}${path}?page=2>; rel="${
          query.get('page') === '2' ? 'last' : 'next'
        }"`,
      },
      body: [path, query.get('page')],
    }));
    const first = await reader.get('/runs', {
      signal,
      query: { page: 1, none: undefined },
    });
    expect(first).toEqual({
      body: ['/api/v4/runs', '1'],
      next: `${server.url}/api/v4/runs?page=2`,
    });
    const second = await reader.get(first.next!, { signal });
    expect(second).toEqual({ body: ['/api/v4/runs', '2'], next: undefined });
    expect(server.asked()).toEqual([
      '/api/v4/runs?page=1',
      '/api/v4/runs?page=2',
    ]);
    expect(server.seen[1].headers).toMatchObject({
      authorization: `Bearer ${SECRET}`,
      accept: 'application/json',
    });
  });

  it.each([
    [401, 'AuthenticationError', /refuses the credentials.*integrations\.tool/],
    [403, 'NotAllowedError', /may not read it.*integrations\.tool/],
    [404, 'NotFoundError', /name in the catalog/],
    [500, 'ServiceUnavailableError', /tried again/],
    [502, 'ServiceUnavailableError', /tried again/],
    [418, 'InputError', /not expected/],
  ])('says of %p what to do', async (status, name, message) => {
    const error = await failure(() => ({ status, body: { message: SECRET } }));
    expect(error).toMatchObject({
      name,
      message: expect.stringMatching(message),
    });
    expect(error.message).toContain('/api/v4/runs');
  });

  it.each([
    [429, { 'retry-after': '7' }, 7_000],
    [
      403,
      {
        'x-ratelimit-remaining': '0',
        'x-ratelimit-reset': String(NOW / 1000 + 60),
      },
      60_000,
    ],
    [503, { 'retry-after': '3' }, 3_000],
    // Says only that it is too much.
    [429, {}, 60_000],
  ])('rests after %p with %j', async (status, headers, ms) => {
    const error = await failure(() => ({
      status,
      headers: headers as Record<string, string>,
      body: {},
    }));
    expect(error).toBeInstanceOf(RetryLaterError);
    expect(error.retryAt).toBe(NOW + ms);
  });

  it('takes a secondary limit of GitHub for what it is', async () => {
    const error = await failure(() => ({
      status: 403,
      body: { message: 'You have exceeded a secondary rate limit.' },
    }));
    expect(error).toBeInstanceOf(RetryLaterError);
  });

  it('leaves the last tenth of the quota to others', async () => {
    const { server, reader } = await serve(() => ({
      headers: {
        'x-ratelimit-limit': '5000',
        'x-ratelimit-remaining': '10',
        'x-ratelimit-reset': String(NOW / 1000 + 300),
      },
      body: [],
    }));
    await reader.get('/runs', { signal });
    await expect(reader.get('/runs', { signal })).rejects.toMatchObject({
      name: 'RetryLaterError',
      retryAt: NOW + 300_000,
    });
    expect(server.seen).toHaveLength(1);
  });

  it('follows a moved repository, within the host', async () => {
    const { server, reader } = await serve(({ path }) =>
      path.endsWith('/old')
        ? { status: 301, headers: { location: '/api/v4/new' }, body: {} }
        : { body: [path] },
    );
    const { body } = await reader.get('/old', { signal });
    expect(body).toEqual(['/api/v4/new']);
    expect(server.seen).toHaveLength(2);
  });

  it('carries its credentials to no other host', async () => {
    const other = await recordedServer(() => ({ body: [] }));
    servers.push(other);
    const { reader } = await serve(() => ({
      status: 302,
      headers: { location: `${other.url}/api/v4/runs` },
      body: {},
    }));
    await expect(reader.get('/runs', { signal })).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('its credentials are not sent'),
    });
    await expect(
      reader.get(`${other.url}/api/v4/runs`, { signal }),
    ).rejects.toMatchObject({ name: 'InputError' });
    expect(other.seen).toEqual([]);
  });

  it('gives up going in circles', async () => {
    const error = await failure(() => ({
      status: 302,
      headers: { location: '/api/v4/runs' },
      body: {},
    }));
    expect(error.name).toBe('ServiceUnavailableError');
  });

  it.each([
    ['a page of a proxy', { body: `<html>${SECRET}</html>` }, /JSON/],
    ['more than fits', { body: { text: 'x'.repeat(2_000) } }, /1000 bytes/],
  ])('refuses %s', async (_, answer, message) => {
    const error = await failure(() => answer, { maxBytes: 1_000 });
    expect(error).toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringMatching(message),
    });
  });

  it('does not wait forever', async () => {
    const error = await failure(() => new Promise(() => {}), {
      timeoutMs: 50,
    });
    expect(error).toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('took too long'),
    });
  });

  it('says that nobody answers', async () => {
    const { server, reader } = await serve(() => ({ body: [] }));
    await server.close();
    await expect(reader.get('/runs', { signal })).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.stringContaining('ECONNREFUSED'),
    });
  });

  it('hides what a provider of credentials says', async () => {
    const error = await failure(() => ({ body: [] }), {
      headers: async () => {
        throw new Error(`bad key ${SECRET}`);
      },
    });
    expect(error).toMatchObject({
      name: 'AuthenticationError',
      message: expect.stringContaining('integrations.tool'),
    });
  });

  it('stops when it is told to', async () => {
    const { reader } = await serve(() => new Promise(() => {}));
    const controller = new AbortController();
    const pending = reader.get('/runs', { signal: controller.signal });
    controller.abort();
    await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
  });
});
