import { InputError } from '@backstage/errors';
import type { Alias, EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type {
  PullSubject,
  RestAnswer,
  RestReader,
  SourceEvent,
} from '@devops-scorecards/plugin-maturity-node';
import { z } from 'zod';
import type { PulledThing } from './domain/pulledThing';
import { repositorySchema, type RestRepository } from './domain/restPayloads';

/** How long what is known of a repository is believed. Milliseconds. */
const DESCRIPTION_MS = 3_600_000;

/** A repository at GitHub that is pulled. */
export class GithubRepository {
  /** `<host>/<owner>/<name>` in lower case, as the catalog names it. */
  readonly name: string;
  readonly alias: Alias;
  /** Below the base of the API. */
  readonly #path: string;
  readonly #host: string;
  readonly #reader: RestReader;
  #described?: { at: EpochMs; repository: RestRepository };

  static create(options: {
    /** As above. */
    name: string;
    reader: RestReader;
  }): GithubRepository {
    return new GithubRepository(options.name, options.reader);
  }

  private constructor(name: string, reader: RestReader) {
    const [host, ...slug] = name.split('/');
    this.name = name;
    this.alias = { scheme: 'repository', value: name };
    this.#host = host;
    this.#path = `/repos/${slug.map(encodeURIComponent).join('/')}`;
    this.#reader = reader;
  }

  subject(kinds: PullSubject['kinds'], onlyOnceSeen: boolean): PullSubject {
    return {
      eventSource: `https://${this.name}`,
      aliases: [this.alias],
      kinds,
      onlyOnceSeen,
    };
  }

  /** What GitHub calls it, and its default branch. */
  async describe(options: {
    now: EpochMs;
    signal: AbortSignal;
  }): Promise<RestRepository> {
    const { now, signal } = options;
    if (!this.#described || now - this.#described.at >= DESCRIPTION_MS) {
      const { body } = await this.#reader.get(this.#path, { signal });
      this.#described = {
        at: now,
        repository: this.read(repositorySchema, body, 'repository'),
      };
    }
    return this.#described.repository;
  }

  /** Reads something of the repository, `path` below it. */
  async get(
    path: string,
    options: {
      signal: AbortSignal;
      query?: Record<string, string | number | undefined>;
    },
  ): Promise<RestAnswer> {
    return await this.#reader.get(`${this.#path}${path}`, options);
  }

  /** @throws InputError that names the member that is not as documented */
  read<S extends z.ZodType>(
    schema: S,
    body: unknown,
    what: string,
  ): z.output<S> {
    return this.reading(what, () => schema.parse(body));
  }

  /** @throws InputError where the work finds something not as documented */
  reading<T>(what: string, work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof z.ZodError)) {
        throw error;
      }
      const [issue] = error.issues;
      throw new InputError(
        `${
          this.#host
        } sent no ${what} as GitHub documents it: ${issue.path.join('.')}: ${
          issue.message
        }`,
      );
    }
  }

  /**
   * The event of what was read. Its id tells the state of the thing, so the
   * same state is the same event however often it is read.
   */
  eventOf(thing: PulledThing, repository: RestRepository): SourceEvent {
    const { subject, version, type, occurredAt, statements } = thing;
    const eventId = ['rest', subject, ...version]
      .filter(part => part !== undefined)
      .join(' ');
    return {
      eventSource: repository.html_url,
      eventId,
      contents: eventId,
      type,
      subject,
      occurredAt,
      aliases: [this.alias],
      statements,
      envelope: { pulled: true, repository: repository.full_name },
    };
  }
}
