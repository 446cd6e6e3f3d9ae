import { MaturityClient } from './MaturityClient';

const discoveryApi = {
  getBaseUrl: async (pluginId: string) => `http://portal/api/${pluginId}`,
};

function clientAnswering(status: number, body: unknown) {
  const fetch = jest.fn<Promise<Response>, Parameters<typeof global.fetch>>(
    async () =>
      new Response(JSON.stringify(body), {
        status,
        headers: { 'Content-Type': 'application/json' },
      }),
  );
  return {
    fetch,
    client: new MaturityClient({ discoveryApi, fetchApi: { fetch } }),
  };
}

const entityRef = 'Component:default/Payments';
const base =
  'http://portal/api/maturity/v1/entities/component/default/payments';

describe('MaturityClient', () => {
  it('reads one entity with only the options that are given', async () => {
    const { client, fetch } = clientAnswering(200, { index: 5 });
    const { signal } = new AbortController();

    await expect(
      client.getScorecard({ entityRef, model: 'a b', asOf: 7, signal }),
    ).resolves.toEqual({ index: 5 });

    expect(fetch).toHaveBeenCalledWith(`${base}/scorecard?model=a+b&asOf=7`, {
      method: 'GET',
      signal,
    });
  });

  it.each([
    [
      (client: MaturityClient) =>
        client.getMeasurements({
          entityRef,
          metrics: ['m1', 'm2'],
          window: { from: 1, to: 2 },
        }),
      `${base}/metrics?metrics=m1%2Cm2&from=1&to=2`,
    ],
    [
      (client: MaturityClient) => client.getHistory({ entityRef, limit: 3 }),
      `${base}/history?limit=3`,
    ],
    [
      (client: MaturityClient) =>
        client.getFacts({ entityRef, kind: 'deployment' }),
      `${base}/facts?kind=deployment`,
    ],
    [
      (client: MaturityClient) => client.getModels(),
      'http://portal/api/maturity/v1/models',
    ],
    [
      (client: MaturityClient) => client.getMetrics(),
      'http://portal/api/maturity/v1/metrics',
    ],
  ])('unwraps lists', async (call, url) => {
    const { client, fetch } = clientAnswering(200, { items: [1, 2] });
    await expect(call(client)).resolves.toEqual([1, 2]);
    expect(fetch.mock.calls[0][0]).toBe(url);
  });

  it.each([
    [
      (client: MaturityClient) =>
        client.getMetricSeries({ entityRef, metric: 'a/b', bucket: 'week' }),
      `${base}/metrics/a%2Fb/series?bucket=week`,
    ],
    [
      (client: MaturityClient) =>
        client.getLevelSeries({ entityRef, knowledge: 'then' }),
      `${base}/levels?knowledge=then`,
    ],
    [
      (client: MaturityClient) => client.explain({ entityRef, change: 9 }),
      `${base}/explain?change=9`,
    ],
  ])('reads objects', async (call, url) => {
    const { client, fetch } = clientAnswering(200, {});
    await expect(call(client)).resolves.toEqual({});
    expect(fetch.mock.calls[0][0]).toBe(url);
  });

  it('posts a refresh', async () => {
    const { client, fetch } = clientAnswering(200, {});
    await client.refresh({ entityRef });
    expect(fetch).toHaveBeenCalledWith(`${base}/refresh`, { method: 'POST' });
  });

  it('splits long lists of entities', async () => {
    const { client, fetch } = clientAnswering(200, { items: [{}] });
    const entityRefs = Array.from(
      { length: 501 },
      (_, index) => `component:default/c${index}`,
    );
    await expect(client.getLevels({ entityRefs })).resolves.toHaveLength(2);
    expect(
      fetch.mock.calls.map(
        ([, init]) => JSON.parse(String(init?.body)).entityRefs.length,
      ),
    ).toEqual([500, 1]);
  });

  it('rejects with what the backend said', async () => {
    const { client } = clientAnswering(404, {
      error: { name: 'NotFoundError', message: 'no such entity' },
      response: { statusCode: 404 },
    });
    await expect(client.getScorecard({ entityRef })).rejects.toMatchObject({
      name: 'ResponseError',
      cause: { name: 'NotFoundError', message: 'no such entity' },
    });
  });
});
