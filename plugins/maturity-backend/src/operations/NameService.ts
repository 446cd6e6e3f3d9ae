import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import type {
  MappedName,
  OperatorName,
} from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import type { Clock } from '../assessment/Clock';
import type { KnownEntity } from '../assessment/readKnownEntity';
import {
  fromFlag,
  takeKnowledge,
  toNumber,
  writeTransaction,
} from '../database';
import { resolveUnmapped } from '../facts/resolveUnmapped';
import { checkName } from './domain/checkName';

/** Where names are from that operators give. */
const OPERATOR = 'operator';

/** Longest time that an answer waits for waiting events to be mapped. Milliseconds. */
const MAPPING_BUDGET_MS = 20_000;

/** What a {@link NameService} is made of. */
export interface NameServiceOptions {
  knex: Knex;
  clock: Clock;
  /** Whether a source may speak for an entity. */
  allows: (source: string, entityRef: string) => boolean;
  /** Has what is due assessed. */
  kick: () => void;
  logger: LoggerService;
  /** Milliseconds. */
  budgetMs?: number;
}

/**
 * Names that operators give entities, beside those that the catalog says.
 *
 * @remarks
 *
 * A name is knowledge like any other: it takes a number of the knowledge
 * sequence, and is closed and never deleted.
 */
export class NameService {
  readonly #options: NameServiceOptions;

  static create(options: NameServiceOptions): NameService {
    return new NameService(options);
  }

  private constructor(options: NameServiceOptions) {
    this.#options = options;
  }

  /** Names that hold, the newest first. */
  async list(page: {
    limit: number;
    offset?: number;
  }): Promise<OperatorName[]> {
    const { knex } = this.#options;
    const rows = await selectNames(knex)
      .orderBy('alias.seq', 'desc')
      .limit(page.limit)
      .offset(page.offset ?? 0);
    return rows.map(toName);
  }

  /**
   * Gives an entity a name and lets events count for it that waited under it.
   * The same again changes nothing, but looks at waiting events anew.
   *
   * @throws InputError for a name that cannot be given
   */
  async add(options: {
    name: { scheme: string; value: string };
    entity: KnownEntity;
  }): Promise<MappedName> {
    const { entityId } = options.entity;
    const { scheme, value } = checkName(options.name);
    const { knex, clock } = this.#options;
    const now = clock.now();
    const name = await writeTransaction(knex, async (tx, lastSeq) => {
      const find = () =>
        selectNames(tx)
          .where({ 'alias.entity_id': entityId, scheme, value })
          .first();
      const known = await find();
      if (known) {
        return toName(known);
      }
      await takeKnowledge(tx, 1);
      await tx('alias').insert({
        scheme,
        value,
        entity_id: entityId,
        seq: lastSeq + 1,
        valid_from: now,
        origin: OPERATOR,
      });
      return toName((await find())!);
    });
    return { name, ...(await this.#map()) };
  }

  /**
   * Takes a name back. What was mapped by it stays: it is known whose it is.
   *
   * @throws NotFoundError where no operator gave it, or took it back
   */
  async remove(id: number): Promise<void> {
    const { knex, clock } = this.#options;
    await writeTransaction(knex, async (tx, lastSeq) => {
      const closed = await tx('alias')
        .where({ seq: id, origin: OPERATOR })
        .whereNull('closed_seq')
        .update({ valid_to: clock.now(), closed_seq: lastSeq + 1 });
      if (closed === 0) {
        throw new NotFoundError(
          `There is no name ${id} that an operator gave: take an id from the list of names`,
        );
      }
      await takeKnowledge(tx, 1);
    });
  }

  /** Waits for the mapping, though not for ever: a storm may wait under a name. */
  async #map(): Promise<{ mapped: number; pending: boolean }> {
    const { knex, clock, allows, kick, logger } = this.#options;
    const { budgetMs = MAPPING_BUDGET_MS } = this.#options;
    let mapped = 0;
    const done = resolveUnmapped({
      knex,
      now: clock.now(),
      allows,
      onProgress: count => {
        mapped = count;
      },
    }).finally(kick);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<true>(resolve => {
      timer = setTimeout(() => resolve(true), budgetMs);
    });
    try {
      const pending = await Promise.race([done.then(() => false), late]);
      if (pending) {
        done.catch(error =>
          logger.warn(
            'Events that waited under a new name could not all be mapped, it is tried again with the next look at the catalog',
            error,
          ),
        );
      }
      return { mapped, pending };
    } finally {
      clearTimeout(timer);
    }
  }
}

interface NameRow {
  scheme: OperatorName['scheme'];
  value: string;
  seq: number | string;
  valid_from: number | string;
  ref: string;
  removed: number;
}

function selectNames(knex: Knex) {
  return knex('alias')
    .join('entity', 'entity.id', 'alias.entity_id')
    .join('entity_version as version', 'version.entity_id', 'entity.id')
    .where({ 'alias.origin': OPERATOR })
    .whereNull('alias.closed_seq')
    .where(
      'version.seq',
      knex('entity_version as later')
        .whereRaw('later.entity_id = entity.id')
        .max('later.seq'),
    )
    .select<NameRow[]>(
      'alias.scheme',
      'alias.value',
      'alias.seq',
      'alias.valid_from',
      'entity.ref',
      'version.removed',
    );
}

function toName(row: NameRow): OperatorName {
  return {
    id: toNumber(row.seq),
    scheme: row.scheme,
    value: row.value,
    entityRef: row.ref,
    since: toNumber(row.valid_from),
    gone: fromFlag(row.removed),
  };
}
