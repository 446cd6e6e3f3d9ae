import { OperationsClient } from './OperationsClient';

const PORTAL = 'http://portal/api/maturity/v1';
const ENTITY = `${PORTAL}/entities/component/default/payments`;
const entityRef = 'Component:default/Payments';

type Call = (client: OperationsClient) => Promise<unknown>;

function clientAnswering(response: () => Response) {
  const fetch = jest.fn<Promise<Response>, Parameters<typeof global.fetch>>(
    async () => response(),
  );
  const client = new OperationsClient({
    discoveryApi: { getBaseUrl: async id => `http://portal/api/${id}` },
    fetchApi: { fetch },
  });
  return { client, fetch };
}

describe('OperationsClient', () => {
  it.each<[string, Call, string, string, object | undefined]>([
    [
      'a source',
      client => client.getSource({ source: 'a/b' }),
      'GET',
      `${PORTAL}/operations/sources/a%2Fb`,
      undefined,
    ],
    [
      'names that wait',
      client => client.getUnmappedNames({ limit: 25, offset: 50 }),
      'GET',
      `${PORTAL}/operations/unmapped/names?limit=25&offset=50`,
      undefined,
    ],
    [
      'a name that is given',
      client => client.mapName({ scheme: 'service', value: 'pay', entityRef }),
      'POST',
      `${PORTAL}/operations/names`,
      { scheme: 'service', value: 'pay', entityRef },
    ],
    [
      'the set-up',
      client => client.getSetup({ entityRef }),
      'GET',
      `${ENTITY}/setup`,
      undefined,
    ],
    [
      'a test of it',
      client => client.testSetup({ entityRef, source: 'github' }),
      'POST',
      `${ENTITY}/setup/test`,
      { source: 'github' },
    ],
    [
      'an incident',
      client => client.reportIncident({ entityRef, title: 'a', detectedAt: 1 }),
      'POST',
      `${ENTITY}/incidents`,
      { title: 'a', detectedAt: 1 },
    ],
    [
      'how it goes on',
      client =>
        client.continueIncident({ entityRef, key: 'a b', step: 'reopen' }),
      'POST',
      `${ENTITY}/incidents/a%20b`,
      { step: 'reopen' },
    ],
  ])('asks for %s', async (_, call, method, url, body) => {
    const { client, fetch } = clientAnswering(
      () => new Response(JSON.stringify({ answered: true })),
    );
    await expect(call(client)).resolves.toEqual({ answered: true });
    const [asked, init] = fetch.mock.calls[0];
    expect([init?.method, asked]).toEqual([method, url]);
    expect(init?.body && JSON.parse(String(init.body))).toEqual(body);
  });

  it.each<[string, Call, string]>([
    ['sources', client => client.getSources(), `${PORTAL}/operations/sources`],
    [
      'waiting events of a name',
      client =>
        client.getUnmappedEvents({
          name: { scheme: 'service', value: 'a&b' },
          limit: 10,
        }),
      `${PORTAL}/operations/unmapped?scheme=service&value=a%26b&limit=10`,
    ],
    [
      'names of operators',
      client => client.getOperatorNames(),
      `${PORTAL}/operations/names`,
    ],
  ])('unwraps the list of %s', async (_, call, url) => {
    const { client, fetch } = clientAnswering(
      () => new Response(JSON.stringify({ items: [1] })),
    );
    await expect(call(client)).resolves.toEqual([1]);
    expect(fetch.mock.calls[0][0]).toBe(url);
  });

  it.each<[string, Call, string, string]>([
    [
      'a pull',
      client => client.pullNow({ source: 'github' }),
      'POST',
      `${PORTAL}/operations/sources/github/pull`,
    ],
    [
      'taking a name back',
      client => client.removeName({ id: 7 }),
      'DELETE',
      `${PORTAL}/operations/names/7`,
    ],
  ])('expects no answer to %s', async (_, call, method, url) => {
    const { client, fetch } = clientAnswering(
      () => new Response(null, { status: 204 }),
    );
    await expect(call(client)).resolves.toBeUndefined();
    const [asked, init] = fetch.mock.calls[0];
    expect([init?.method, asked]).toEqual([method, url]);
  });

  it('throws what the backend answers', async () => {
    const { client } = clientAnswering(
      () =>
        new Response(
          JSON.stringify({ error: { name: 'NotFoundError', message: 'no' } }),
          { status: 404, headers: { 'Content-Type': 'application/json' } },
        ),
    );
    await expect(client.removeName({ id: 7 })).rejects.toMatchObject({
      statusCode: 404,
    });
  });
});
