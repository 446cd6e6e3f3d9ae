import type { EpochMs, Model } from '@devops-scorecards/plugin-maturity-common';
import type { NodeKind } from './domain/modelNodes';
import type { ModelVersion } from './domain/versionsInForce';

/** A version of a model that judges an entity. */
export interface AppliedVersion {
  model: Model;
  modelVersionId: number;
  /** True for the one whose level its scorecard shows. */
  primary: boolean;
}

/** Model versions by content, as they were known and in force. */
export interface ModelStore {
  /**
   * The versions that judge an entity at a time: the primary one of each
   * scorecard first, maturity before stability. Only models whose pack this
   * portal has now apply. Answered from memory.
   *
   * @param options - `entity`: as the catalog had it
   */
  applicable(options: {
    entity: Readonly<Record<string, unknown>>;
    asOf: EpochMs;
    knownAt: number;
  }): AppliedVersion[];
  /** The version of each model of this portal that was known and in force. */
  inForce(options: { asOf: EpochMs; knownAt: number }): ModelVersion[];
  /**
   * The contents of a version, also of one whose pack is gone.
   *
   * @throws NotFoundError
   */
  get(modelVersionId: number): Promise<Model>;
  /**
   * Integer ids of the nodes of a version. The function it returns throws
   * NotFoundError for a node that the version does not have.
   */
  nodeIds(
    modelVersionId: number,
  ): Promise<(kind: NodeKind, node: string) => number>;
  /** Reads the versions that other replicas registered since. */
  refresh(): Promise<void>;
}
