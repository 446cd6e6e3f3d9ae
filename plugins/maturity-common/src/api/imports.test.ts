import { MaturityClient } from './MaturityClient';

const IMPORTS = 'http://portal/api/maturity/v1/imports';

function clientAnswering(body: unknown) {
  const fetch = jest.fn<Promise<Response>, Parameters<typeof global.fetch>>(
    async () =>
      new Response(JSON.stringify(body), {
        headers: { 'Content-Type': 'application/json' },
      }),
  );
  const client = new MaturityClient({
    discoveryApi: { getBaseUrl: async id => `http://portal/api/${id}` },
    fetchApi: { fetch },
  });
  return { client, fetch };
}

describe('imports, by the client', () => {
  it('begin with what is known of the file', async () => {
    const { client, fetch } = clientAnswering({ id: '1' });
    const file = { name: 'a.csv', format: 'csv' as const, source: 'ci' };
    await expect(client.createImport(file)).resolves.toEqual({ id: '1' });
    expect(fetch).toHaveBeenCalledWith(IMPORTS, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(file),
    });
  });

  it.each([
    [undefined, { 'Upload-Offset': '7' }],
    [false, { 'Upload-Offset': '7' }],
    [true, { 'Upload-Offset': '7', 'Upload-Complete': '?1' }],
  ])('send a piece, the last one: %p', async (last, headers) => {
    const { client, fetch } = clientAnswering({ offset: 9 });
    const content = new Blob(['x\n']);
    await client.sendImportContent({ id: 'a/b', offset: 7, content, last });
    expect(fetch).toHaveBeenCalledWith(`${IMPORTS}/a%2Fb/content`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/octet-stream', ...headers },
      body: content,
    });
  });

  it.each([
    [(client: MaturityClient) => client.getImports(), ''],
    [
      (client: MaturityClient) =>
        client.getImports({ state: 'open', limit: 2 }),
      '?state=open&limit=2',
    ],
    [(client: MaturityClient) => client.getImport({ id: '1' }), '/1'],
    [
      (client: MaturityClient) =>
        client.getImportRefusals({ id: '1', after: 4, limit: 2 }),
      '/1/refusals?after=4&limit=2',
    ],
  ])('are read, %#', async (call, path) => {
    const { client, fetch } = clientAnswering({ items: [] });
    await call(client);
    expect(fetch.mock.calls[0]).toEqual([
      `${IMPORTS}${path}`,
      { method: 'GET' },
    ]);
  });

  it.each(['complete', 'abort'] as const)('end: %s', async step => {
    const { client, fetch } = clientAnswering({});
    await client.finishImport({ id: '1', step });
    expect(fetch.mock.calls[0]).toEqual([
      `${IMPORTS}/1/${step}`,
      { method: 'POST' },
    ]);
  });
});
