import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { EpochMs } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { chunksOf } from '../database';
import { resolveUnmapped } from '../facts/resolveUnmapped';
import {
  describeEntity,
  domainOfSystem,
  type EntityDescription,
} from './domain/describeEntity';
import { readCurrent, readPresent } from './readVersions';
import { etagOf, writeEntities } from './writeEntities';

/** What is asked of the catalog. */
const FIELDS = ['kind', 'metadata', 'spec', 'relations'];

/** Changed entities that are written at a time. */
const PIECE = 500;

/** What a {@link CatalogProjection} is made of. */
export interface CatalogProjectionOptions {
  knex: Knex;
  catalog: CatalogService;
  auth: AuthService;
  logger: LoggerService;
  /** The time now. */
  clock: () => EpochMs;
  /**
   * Allow lists of the sources, for events that are mapped later than they
   * came. Without it every source may speak for every entity.
   */
  allows?: (source: string, entityRef: string) => boolean;
}

/** What a refresh changed. */
export interface RefreshResult {
  /** Entities that are new, changed or gone. */
  changed: number;
  /** Events that count for an entity now and did not before. */
  mapped: number;
}

/**
 * What the catalog says, kept with the time at which we learnt it, so that a
 * past verdict can be computed again with the catalog of its day.
 *
 * @remarks
 *
 * The catalog tells nobody when an entity changes, so it is read through from
 * time to time. Pages come as a stream and only what changed is written, in
 * pieces of 500 entities with a fixed number of statements each.
 */
export class CatalogProjection {
  static create(options: CatalogProjectionOptions): CatalogProjection {
    return new CatalogProjection(options);
  }

  #refreshing: Promise<RefreshResult> | undefined;

  private constructor(private readonly options: CatalogProjectionOptions) {}

  /** Reads the whole catalog. A call during a refresh joins it. */
  async refresh(): Promise<RefreshResult> {
    this.#refreshing ??= this.refreshAll().finally(() => {
      this.#refreshing = undefined;
    });
    return await this.#refreshing;
  }

  /**
   * Asks the catalog for one entity, for example because an event names it
   * and nothing is known of it yet.
   *
   * @returns whether the catalog has it
   */
  async refreshOne(entityRef: string): Promise<boolean> {
    return (await this.refreshSome([entityRef])) > 0;
  }

  /**
   * Asks the catalog for some entities in one request for each 500.
   *
   * @returns how many of them the catalog has
   */
  async refreshSome(entityRefs: readonly string[]): Promise<number> {
    const { catalog, auth } = this.options;
    let found = 0;
    for (const refs of chunksOf([
      ...new Set(entityRefs.map(ref => ref.toLocaleLowerCase('en-US'))),
    ])) {
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs: refs, fields: FIELDS },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      const entities = items.filter(item => item !== undefined);
      const domains = await this.readDomains(entities);
      const present = entities.map(entity =>
        describeEntity(entity, systemRef => domains.get(systemRef)),
      );
      await this.write({
        present,
        removed: refs.filter((_, index) => !items[index]),
      });
      found += present.length;
    }
    await this.mapEvents();
    return found;
  }

  private async refreshAll(): Promise<RefreshResult> {
    const { knex, logger } = this.options;
    const domains = await this.fetchDomains();
    const before = await readPresent(knex);
    const seen = new Set<string>();
    let changed = 0;
    let pending: EntityDescription[] = [];
    for await (const page of this.stream()) {
      for (const entity of page) {
        const description = describeEntity(entity, systemRef =>
          domains.get(systemRef),
        );
        const fresh = !seen.has(description.ref);
        seen.add(description.ref);
        if (
          fresh &&
          before.get(description.ref)?.etag !== etagOf(description)
        ) {
          pending.push(description);
        }
        if (pending.length === PIECE) {
          changed += await this.write({ present: pending, removed: [] });
          pending = [];
        }
      }
    }
    changed += await this.write({ present: pending, removed: [] });
    if (seen.size === 0 && before.size > 0) {
      logger.warn(
        `The catalog lists no entities at all; the ${before.size} that are known are kept until it lists some again`,
      );
    } else {
      const gone = [...before.keys()].filter(ref => !seen.has(ref));
      for (const removed of chunksOf(gone)) {
        changed += await this.write({ present: [], removed });
      }
    }
    const mapped = await this.mapEvents();
    if (changed + mapped > 0) {
      logger.info(
        `Read ${seen.size} catalog entities: ${changed} changed, ${mapped} waiting events mapped`,
      );
    }
    return { changed, mapped };
  }

  private async *stream(
    filter?: Record<string, string>,
  ): AsyncIterable<Entity[]> {
    const { catalog, auth } = this.options;
    yield* catalog.streamEntities(
      { fields: FIELDS, pageSize: PIECE, ...(filter ? { filter } : {}) },
      { credentials: await auth.getOwnServiceCredentials() },
    );
  }

  /** Domains of all systems, which must be known before their components. */
  private async fetchDomains(): Promise<Map<string, string>> {
    const domains = new Map<string, string>();
    for await (const page of this.stream({ kind: 'system' })) {
      for (const system of page) {
        const domain = domainOfSystem(system);
        if (domain) {
          domains.set(stringifyEntityRef(system), domain);
        }
      }
    }
    return domains;
  }

  /** Domains of the systems that entities name, as far as we know them. */
  private async readDomains(
    entities: readonly Entity[],
  ): Promise<Map<string, string>> {
    const systems = new Set<string>();
    for (const entity of entities) {
      const { systemRef } = describeEntity(entity, () => undefined);
      if (systemRef) {
        systems.add(systemRef);
      }
    }
    const domains = new Map<string, string>();
    const known = await readCurrent(this.options.knex, [...systems]);
    for (const [ref, version] of known) {
      if (typeof version.domain_ref === 'string' && version.etag !== '') {
        domains.set(ref, version.domain_ref);
      }
    }
    return domains;
  }

  private async write(changes: {
    present: readonly EntityDescription[];
    removed: readonly string[];
  }): Promise<number> {
    if (changes.present.length + changes.removed.length === 0) {
      return 0;
    }
    const { knex, clock } = this.options;
    return await writeEntities({ knex, now: clock(), ...changes });
  }

  private async mapEvents(): Promise<number> {
    const { knex, clock, allows } = this.options;
    return await resolveUnmapped({
      knex,
      now: clock(),
      allows: allows ?? (() => true),
    });
  }
}
