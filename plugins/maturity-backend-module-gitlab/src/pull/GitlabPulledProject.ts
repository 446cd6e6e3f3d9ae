import { InputError } from '@backstage/errors';
import type { Alias, EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type {
  PullSubject,
  RestAnswer,
  RestReader,
  SourceEvent,
} from '@devops-scorecards/plugin-maturity-node';
import { z } from 'zod';
import { projectOf } from '../domain/projectOf';
import { projectPayload } from './domain/projectPayload';
import type { PulledThing } from './domain/pulledThing';
import { restProjectSchema, type RestProject } from './domain/restPayloads';

/** How long what is known of a project is believed. Milliseconds. */
const DESCRIPTION_MS = 3_600_000;

/** A project at GitLab that is pulled. */
export class GitlabPulledProject {
  /** `<host>/<group>/<name>` in lower case, as the catalog names it. */
  readonly name: string;
  readonly alias: Alias;
  /** Below the base of the API. */
  readonly #path: string;
  readonly #reader: RestReader;
  #described?: { at: EpochMs; project: RestProject };

  static create(options: {
    /** As above. */
    name: string;
    /** Groups and name, below the instance. */
    path: string;
    reader: RestReader;
  }): GitlabPulledProject {
    return new GitlabPulledProject(options);
  }

  private constructor(options: {
    name: string;
    path: string;
    reader: RestReader;
  }) {
    const { name, path, reader } = options;
    this.name = name;
    this.alias = { scheme: 'repository', value: name };
    this.#path = `/projects/${encodeURIComponent(path)}`;
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

  /** What GitLab calls it, and its default branch. */
  async describe(options: {
    now: EpochMs;
    signal: AbortSignal;
  }): Promise<RestProject> {
    const { now, signal } = options;
    if (!this.#described || now - this.#described.at >= DESCRIPTION_MS) {
      const { body } = await this.#reader.get(this.#path, { signal });
      this.#described = {
        at: now,
        project: this.reading('project', () => restProjectSchema.parse(body)),
      };
    }
    return this.#described.project;
  }

  /** Reads something of the project, `path` below it. */
  async get(
    path: string,
    options: {
      signal: AbortSignal;
      query?: Record<string, string | number | undefined>;
    },
  ): Promise<RestAnswer> {
    return await this.#reader.get(`${this.#path}${path}`, options);
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
        `${this.name} sent no ${what} as GitLab documents it: ${issue.path.join(
          '.',
        )}: ${issue.message}`,
      );
    }
  }

  /**
   * The event of what was read. Its id tells the state of the thing, so the
   * same state is the same event however often it is read.
   */
  eventOf(thing: PulledThing, project: RestProject): SourceEvent {
    const { subject, version, type, occurredAt, statements } = thing;
    const { url, path, aliases } = projectOf(projectPayload(project));
    const eventId = ['rest', subject, ...version]
      .filter(part => part !== undefined)
      .join(' ');
    const others = aliases.filter(({ value }) => value !== this.name);
    return {
      eventSource: url,
      eventId,
      contents: eventId,
      type,
      subject,
      occurredAt,
      aliases: [this.alias, ...others],
      statements,
      envelope: { pulled: true, project: path },
    };
  }
}
