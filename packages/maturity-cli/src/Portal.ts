import { ResponseError } from '@backstage/errors';
import {
  MaturityClient,
  type IngestResponse,
} from '@devops-scorecards/plugin-maturity-common';
import type { Surroundings } from './Surroundings';
import { UsageError } from './UsageError';

/** The portal that commands speak to. */
export interface Portal {
  client: MaturityClient;
  /**
   * Sends something that is answered like a delivery of events.
   *
   * @throws ResponseError where the answer is none of that kind
   */
  deliver(options: {
    path: string;
    query?: Record<string, string>;
    headers: Record<string, string>;
    body: BodyInit;
    signal: AbortSignal;
  }): Promise<IngestResponse>;
}

/** @throws UsageError when it is not said where the portal is */
export function connect(
  values: { url?: string; token?: string },
  { env }: Surroundings,
): Portal {
  const url = values.url ?? env.MATURITY_URL;
  const token = values.token ?? env.MATURITY_TOKEN;
  if (!url || !/^https?:\/\//i.test(url)) {
    throw new UsageError(
      'Say where the portal is: --url or MATURITY_URL, for example http://localhost:7007',
    );
  }
  if (!token) {
    throw new UsageError(
      'Say a token: MATURITY_TOKEN or --token, of a service that may send events',
    );
  }
  const baseUrl = `${url.replace(/\/+$/, '')}/api/maturity`;
  const authorised: typeof fetch = (input, init) =>
    fetch(input, {
      ...init,
      headers: { ...init?.headers, Authorization: `Bearer ${token}` },
    });
  return {
    client: new MaturityClient({
      discoveryApi: { getBaseUrl: async () => baseUrl },
      fetchApi: { fetch: authorised },
    }),
    async deliver({ path, query, headers, body, signal }) {
      const search = new URLSearchParams(query).toString();
      const response = await authorised(
        `${baseUrl}${path}${search && `?${search}`}`,
        {
          method: 'POST',
          headers,
          body,
          signal,
          // Needed by the platform for a body that is a stream.
          ...{ duplex: 'half' },
        },
      );
      const text = await response.text();
      const answer = parse(text);
      if (answer) {
        return answer;
      }
      const { status, statusText } = response;
      throw await ResponseError.fromResponse(
        Object.assign(
          new Response(text, { status, statusText, headers: response.headers }),
        ),
      );
    },
  };
}

/** The answer to a delivery, which errors have no results of. */
function parse(text: string): IngestResponse | undefined {
  try {
    const answer = JSON.parse(text);
    return Array.isArray(answer?.results) ? answer : undefined;
  } catch {
    return undefined;
  }
}
