import { NotFoundError } from '@backstage/errors';
import type { EpochMs, Model } from '@devops-scorecards/plugin-maturity-common';
import type { Knex } from 'knex';
import { toNumber } from '../database';
import { applicableModels } from './domain/applicableModels';
import type { PrimaryModelRule } from './domain/applicableModels';
import type { NodeKind } from './domain/modelNodes';
import { modelSubject } from './domain/modelSubject';
import { versionsInForce } from './domain/versionsInForce';
import type { ModelVersion } from './domain/versionsInForce';
import type { AppliedVersion, ModelStore } from './ModelStore';
import { registerModels } from './registerModels';

/** Options of {@link DatabaseModelStore.create}. */
export interface DatabaseModelStoreOptions {
  /** Migrated. */
  knex: Knex;
  /** The models of the packs that this portal has. */
  models: readonly Model[];
  /** IANA zone in which days begin. */
  timeZone: string;
  primaryModel: readonly PrimaryModelRule[];
}

interface ModelVersionRow {
  id: number;
  hash: string;
  seq: number | string;
  effective_from: number | string;
  content: string;
}

/**
 * Keeps every version of every model in memory. There are few, they never
 * change, and assessments ask for them in the middle of transactions.
 */
export class DatabaseModelStore implements ModelStore {
  readonly #knex: Knex;
  readonly #ids: ReadonlySet<string>;
  readonly #primaryModel: readonly PrimaryModelRule[];
  readonly #nodeIds = new Map<number, Promise<ReadonlyMap<string, number>>>();
  #versions: readonly ModelVersion[] = [];

  /** Registers the models of this portal and reads all that were before. */
  static async create(
    options: DatabaseModelStoreOptions,
  ): Promise<DatabaseModelStore> {
    await registerModels(options);
    const store = new DatabaseModelStore(options);
    await store.refresh();
    return store;
  }

  private constructor(options: DatabaseModelStoreOptions) {
    this.#knex = options.knex;
    this.#ids = new Set(options.models.map(({ id }) => id));
    this.#primaryModel = options.primaryModel;
  }

  applicable(options: {
    entity: Readonly<Record<string, unknown>>;
    asOf: EpochMs;
    knownAt: number;
  }): AppliedVersion[] {
    return applicableModels({
      subject: modelSubject(options.entity),
      versions: this.inForce(options),
      primaryModel: this.#primaryModel,
    }).map(({ version: { model, modelVersionId }, primary }) => ({
      model,
      modelVersionId,
      primary,
    }));
  }

  inForce(options: { asOf: EpochMs; knownAt: number }): ModelVersion[] {
    return versionsInForce(this.#versions, options).filter(({ model }) =>
      this.#ids.has(model.id),
    );
  }

  async get(modelVersionId: number): Promise<Model> {
    const find = () =>
      this.#versions.find(version => version.modelVersionId === modelVersionId);
    if (!find()) {
      await this.refresh();
    }
    const found = find();
    if (!found) {
      throw new NotFoundError(
        `There is no model version ${modelVersionId}; it was never registered with this database`,
      );
    }
    return found.model;
  }

  async nodeIds(
    modelVersionId: number,
  ): Promise<(kind: NodeKind, node: string) => number> {
    const ids = await this.#readNodeIds(modelVersionId);
    return (kind, node) => {
      const id = ids.get(`${kind} ${node}`);
      if (id === undefined) {
        throw new NotFoundError(
          `Model version ${modelVersionId} has no ${kind} "${node}"`,
        );
      }
      return id;
    };
  }

  async refresh(): Promise<void> {
    const lastSeq = this.#versions.at(-1)?.seq ?? 0;
    const rows = await this.#knex('model_version')
      .where('seq', '>', lastSeq)
      .orderBy('seq', 'asc')
      .select<ModelVersionRow[]>(
        'id',
        'hash',
        'seq',
        'effective_from',
        'content',
      );
    // Two refreshes at once may read the same rows.
    const known = new Set(this.#versions.map(({ seq }) => seq));
    const added = rows.map(toModelVersion).filter(({ seq }) => !known.has(seq));
    if (added.length > 0) {
      this.#versions = [...this.#versions, ...added];
    }
  }

  async #readNodeIds(
    modelVersionId: number,
  ): Promise<ReadonlyMap<string, number>> {
    let ids = this.#nodeIds.get(modelVersionId);
    if (!ids) {
      ids = this.#selectNodeIds(modelVersionId);
      this.#nodeIds.set(modelVersionId, ids);
      // A failed read must not be remembered.
      ids.catch(() => this.#nodeIds.delete(modelVersionId));
    }
    return ids;
  }

  async #selectNodeIds(
    modelVersionId: number,
  ): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#knex('model_node')
      .where({ model_version_id: modelVersionId })
      .select<{ id: number; kind: NodeKind; node: string }[]>(
        'id',
        'kind',
        'node',
      );
    return new Map(rows.map(({ id, kind, node }) => [`${kind} ${node}`, id]));
  }
}

function toModelVersion(row: ModelVersionRow): ModelVersion {
  return {
    modelVersionId: row.id,
    // A model registered before there were two scorecards does not say which.
    model: { scorecard: 'maturity', ...JSON.parse(row.content) },
    hash: row.hash,
    seq: toNumber(row.seq),
    effectiveFrom: toNumber(row.effective_from),
  };
}
