import {
  AuthenticationError,
  InputError,
  NotAllowedError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import { RetryLaterError } from '../pull';
import { nextLinkOf } from './domain/nextLinkOf';
import { restUntilOf, retryAtOf, type HeaderReader } from './domain/retryAtOf';
import { readBody } from './readBody';

const TIMEOUT_MS = 30_000;
const MAX_BYTES = 20 * 1024 * 1024;
const MAX_REDIRECTS = 3;
/** The share of the quota that is left to others. */
const RESERVE = 0.1;
/** How long to wait for a producer that says only that it is too much. */
const UNTOLD_REST_MS = 60_000;

/** What a {@link RestReader} is made of. @public */
export interface RestReaderOptions {
  /** As its vendor writes it, for messages, for example `GitLab`. */
  producer: string;
  /** Of the API, for example `https://gitlab.com/api/v4`. */
  baseUrl: string;
  /** Where its credentials are configured, for messages. */
  credentialsAt: string;
  /** Headers with credentials, asked for before each request. */
  headers(): Promise<Record<string, string>>;
  fetch?: typeof fetch;
  clock?: () => EpochMs;
  timeoutMs?: number;
  maxBytes?: number;
}

/** A page of an answer. @public */
export interface RestAnswer {
  body: unknown;
  /** Address of the next page, as the `Link` header says it. */
  next?: string;
}

/**
 * Reads JSON of a producer's REST interface.
 *
 * @remarks
 *
 * Credentials go to the host of `baseUrl` only, whatever links and redirects
 * say, and never into an error. A producer that limits its rate is told by
 * {@link RetryLaterError}, also before the last tenth of the quota is used,
 * because others use the same credentials.
 *
 * @public
 */
export class RestReader {
  readonly #options: Required<RestReaderOptions>;
  readonly #origin: string;
  #restUntil?: EpochMs;

  static create(options: RestReaderOptions): RestReader {
    const { fetch: fetchOf, clock, timeoutMs, maxBytes } = options;
    return new RestReader({
      ...options,
      fetch: fetchOf ?? globalThis.fetch,
      clock: clock ?? Date.now,
      timeoutMs: timeoutMs ?? TIMEOUT_MS,
      maxBytes: maxBytes ?? MAX_BYTES,
    });
  }

  private constructor(options: Required<RestReaderOptions>) {
    this.#options = options;
    this.#origin = new URL(options.baseUrl).origin;
  }

  /**
   * Reads one resource, or one page of a list.
   *
   * @param path - below the base, for example `/repos/acme/shop`, or what
   *   {@link RestAnswer.next} said
   * @param options - `query`: members that are `undefined` are left out
   * @throws RetryLaterError where the producer asks to wait
   * @throws AuthenticationError, NotAllowedError and NotFoundError that say
   *   what to configure
   * @throws ServiceUnavailableError where trying again may help
   */
  async get(
    path: string,
    options: {
      signal: AbortSignal;
      query?: Record<string, string | number | undefined>;
    },
  ): Promise<RestAnswer> {
    const { clock, producer } = this.#options;
    if (this.#restUntil !== undefined && clock() < this.#restUntil) {
      throw new RetryLaterError(
        `The rate limit of ${producer} is nearly used up; the rest is left to others with the same credentials`,
        this.#restUntil,
      );
    }
    let url = this.#urlOf(path, options.query);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      const response = await this.#request(url, options.signal);
      const target = redirectOf(response, url);
      if (!target) {
        return await this.#answer(response, url, options.signal);
      }
      await response.body?.cancel();
      url = this.#own(target);
    }
    throw new ServiceUnavailableError(
      `${producer} redirects ${placeOf(url)} in circles`,
    );
  }

  #urlOf(
    path: string,
    query: Record<string, string | number | undefined> = {},
  ): URL {
    const { baseUrl } = this.#options;
    const url = this.#own(
      path.startsWith('/') ? baseUrl.replace(/\/+$/, '') + path : path,
    );
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) {
        url.searchParams.set(name, String(value));
      }
    }
    return url;
  }

  /** Refuses to carry the credentials elsewhere. */
  #own(address: string): URL {
    const url = new URL(address);
    if (url.origin !== this.#origin) {
      throw new InputError(
        `${this.#options.producer} points from ${this.#origin} to ${
          url.origin
        }, where its credentials are not sent: configure the address of the API that answers itself`,
      );
    }
    return url;
  }

  async #request(url: URL, signal: AbortSignal): Promise<Response> {
    const { producer, timeoutMs } = this.#options;
    const headers = { accept: 'application/json', ...(await this.#headers()) };
    try {
      return await this.#options.fetch(url, {
        headers,
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      });
    } catch (error) {
      signal.throwIfAborted();
      throw unreachable(`${producer} at ${placeOf(url)}`, error);
    }
  }

  async #headers(): Promise<Record<string, string>> {
    try {
      return await this.#options.headers();
    } catch {
      // What a provider of credentials says may quote them.
      throw new AuthenticationError(
        `The credentials for ${
          this.#options.producer
        } could not be had: check ${this.#options.credentialsAt}`,
      );
    }
  }

  async #answer(
    response: Response,
    url: URL,
    signal: AbortSignal,
  ): Promise<RestAnswer> {
    const { producer, clock, maxBytes } = this.#options;
    const header: HeaderReader = name =>
      response.headers.get(name) ?? undefined;
    let text: string;
    try {
      text = await readBody(response, maxBytes);
    } catch (error) {
      signal.throwIfAborted();
      throw unreachable(`${producer} at ${placeOf(url)}`, error);
    }
    if (!response.ok) {
      throw this.#refusal({ response, url, text, header });
    }
    this.#restUntil = restUntilOf(header, { now: clock(), reserve: RESERVE });
    try {
      return {
        body: JSON.parse(text),
        next: nextLinkOf(header('link'), url.href),
      };
    } catch {
      throw new ServiceUnavailableError(
        `${producer} answered ${placeOf(
          url,
        )} with something else than JSON: check that ${
          this.#options.baseUrl
        } is the address of its API`,
      );
    }
  }

  #refusal(options: {
    response: Response;
    url: URL;
    text: string;
    header: HeaderReader;
  }): Error {
    const { response, url, text, header } = options;
    const { producer, credentialsAt, clock } = this.#options;
    const { status } = response;
    const what = `${producer} answered ${status} to GET ${placeOf(url)}`;
    const told = retryAtOf(header, clock());
    const limited =
      status === 429 ||
      (status === 403 && (told !== undefined || /rate limit/i.test(text)));
    if (limited || (status === 503 && told !== undefined)) {
      return new RetryLaterError(
        `${what}: it asks to wait`,
        told ?? clock() + UNTOLD_REST_MS,
      );
    }
    switch (status) {
      case 401:
        return new AuthenticationError(
          `${what}: it refuses the credentials; check ${credentialsAt}`,
        );
      case 403:
        return new NotAllowedError(
          `${what}: the credentials may not read it; give those of ${credentialsAt} the right to`,
        );
      case 404:
      case 410:
        return new NotFoundError(
          `${what}: it is not there, or the credentials may not see it; check the name in the catalog and ${credentialsAt}`,
        );
      default:
        return status >= 500 || status === 408
          ? new ServiceUnavailableError(`${what}; it is tried again`)
          : new InputError(`${what}, which was not expected`);
    }
  }
}

function redirectOf(response: Response, url: URL): string | undefined {
  const location = response.headers.get('location');
  return [301, 302, 303, 307, 308].includes(response.status) &&
    location &&
    URL.canParse(location, url)
    ? new URL(location, url).href
    : undefined;
}

/** Without the query, which some producers take credentials in. */
function placeOf(url: URL): string {
  return url.host + url.pathname;
}

function unreachable(what: string, error: unknown): Error {
  const { name, message, cause } = error as Error & {
    cause?: { code?: string };
  };
  const reason =
    name === 'TimeoutError'
      ? 'it took too long'
      : cause?.code ?? (name === 'BodyTooLargeError' ? message : name);
  return new ServiceUnavailableError(`${what} could not be read: ${reason}`);
}
