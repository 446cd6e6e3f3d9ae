import type {
  EntityLevel,
  ScorecardKind,
} from '@devops-scorecards/plugin-maturity-common';
import type { AssessmentContext } from '../assessment/AssessmentContext';
import type { Clock } from '../assessment/Clock';
import { toNodeLevels } from '../assessment/domain/verdictChange';
import type { KnownEntity } from '../assessment/readKnownEntity';
import { chunksOf, currentKnowledge } from '../database';
import { primaryOf } from './chooseModel';

/** In the order in which they are answered. */
const SCORECARDS: readonly ScorecardKind[] = ['maturity', 'stability'];

interface LevelRow {
  entity_id: number;
  model: string;
  award: number;
  potential: number;
  measured: number | null;
  decided: number;
  total: number;
}

/** Reads the level of many entities at once. */
export class LevelReader {
  readonly #context: AssessmentContext;
  readonly #clock: Clock;

  static create(options: {
    context: AssessmentContext;
    clock: Clock;
  }): LevelReader {
    return new LevelReader(options);
  }

  private constructor(options: { context: AssessmentContext; clock: Clock }) {
    this.#context = options.context;
    this.#clock = options.clock;
  }

  /**
   * Levels of each entity under the primary model of each scorecard, in the
   * order of the entities, maturity first. A scorecard for which no model
   * targets the entity is left out; an entity that was not assessed yet is
   * there without levels.
   */
  async read(entities: readonly KnownEntity[]): Promise<EntityLevel[]> {
    const { knex, models } = this.#context;
    const asOf = this.#clock.now();
    const knownAt = await currentKnowledge(knex);
    const stored = await this.#readStored(entities);
    return entities.flatMap(({ entityId, entityRef, document }) => {
      const versions = models.applicable({ entity: document, asOf, knownAt });
      return SCORECARDS.flatMap(scorecard => {
        const chosen = primaryOf(versions, scorecard);
        if (!chosen) {
          return [];
        }
        const { id: model, version } = chosen.model;
        const row = stored.get(keyOf(entityId, model));
        const levels = row && toNodeLevels(row);
        return [
          {
            entityRef,
            scorecard,
            level: levels?.measured,
            model,
            version,
            levels,
          },
        ];
      });
    });
  }

  async #readStored(
    entities: readonly KnownEntity[],
  ): Promise<Map<string, LevelRow>> {
    const stored = new Map<string, LevelRow>();
    for (const chunk of chunksOf(entities)) {
      const rows = await this.#context
        .knex<LevelRow>('assessment')
        .whereIn(
          'entity_id',
          chunk.map(({ entityId }) => entityId),
        )
        .select(
          'entity_id',
          'model',
          'award',
          'potential',
          'measured',
          'decided',
          'total',
        );
      for (const row of rows) {
        stored.set(keyOf(row.entity_id, row.model), row);
      }
    }
    return stored;
  }
}

function keyOf(entityId: number, model: string): string {
  return `${entityId} ${model}`;
}
