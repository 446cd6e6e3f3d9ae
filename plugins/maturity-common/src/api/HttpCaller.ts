import { ResponseError } from '@backstage/errors';

/** How the client reaches the backend. @public */
export interface MaturityClientOptions {
  /** Tells where a plugin's backend is. */
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  /** Adds the caller's credentials; plain `fetch` where it is absent. */
  fetchApi?: { fetch: typeof fetch };
}

/** A parameter of a request; undefined ones are left out. */
export type QueryValue = string | number | undefined;

/** One request to the maturity backend. */
export interface CallOptions {
  path: string;
  query?: Record<string, QueryValue>;
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  body?: unknown;
  upload?: {
    mediaType: string;
    content: Blob;
    headers?: Record<string, string>;
  };
  signal?: AbortSignal;
}

/** Makes requests to the maturity backend and throws where it answers with an error. */
export class HttpCaller {
  readonly #discoveryApi: MaturityClientOptions['discoveryApi'];
  readonly #fetch: typeof fetch;

  constructor(options: MaturityClientOptions) {
    this.#discoveryApi = options.discoveryApi;
    // A browser's fetch refuses to be called as anybody's method.
    this.#fetch = (input, init) =>
      options.fetchApi
        ? options.fetchApi.fetch(input, init)
        : fetch(input, init);
  }

  async list<T>(options: CallOptions): Promise<T[]> {
    return (await this.call<{ items: T[] }>(options)).items;
  }

  async call<T>(options: CallOptions): Promise<T> {
    return (await this.send(options)).json();
  }

  /** @throws ResponseError where the backend answers with an error */
  async send(options: CallOptions): Promise<Response> {
    const { body, upload } = options;
    const baseUrl = await this.#discoveryApi.getBaseUrl('maturity');
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(options.query ?? {})) {
      if (value !== undefined) {
        query.set(name, String(value));
      }
    }
    const search = query.toString();
    const response = await this.#fetch(
      `${baseUrl}${options.path}${search && `?${search}`}`,
      {
        method: options.method ?? 'GET',
        signal: options.signal,
        ...(body !== undefined && {
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify(body),
        }),
        ...(upload && {
          headers: { 'Content-Type': upload.mediaType, ...upload.headers },
          body: upload.content,
        }),
      },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response;
  }
}
