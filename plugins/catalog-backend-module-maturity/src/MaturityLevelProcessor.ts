import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  processingResult,
  type CatalogProcessor,
  type CatalogProcessorCache,
  type CatalogProcessorEmit,
  type LocationSpec,
} from '@backstage/plugin-catalog-node';
import {
  NO_MARKS,
  levelMarksOf,
  withLevelMarks,
  type LevelMarks,
} from './domain/levelMarks';
import type { LevelLoader } from './LevelLoader';
import { levelRefreshKey } from './LevelRefresher';

// What an earlier version kept under "marks" has another form.
const CACHE_KEY = 'level-marks';

/**
 * Marks every entity that a model targets with its level, on each scorecard.
 *
 * @remarks
 *
 * Never fails the processing of an entity: where levels cannot be read the
 * entity keeps the marks it had, and gets new ones as soon as they can.
 */
export class MaturityLevelProcessor implements CatalogProcessor {
  readonly #levels: Pick<LevelLoader, 'load'>;

  constructor(options: { levels: Pick<LevelLoader, 'load'> }) {
    this.#levels = options.levels;
  }

  getProcessorName(): string {
    return 'MaturityLevelProcessor';
  }

  async preProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    emit: CatalogProcessorEmit,
    _originLocation: LocationSpec,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    // Locations are the catalog's own book-keeping; nothing assesses them.
    if (entity.kind === 'Location') {
      return entity;
    }
    const entityRef = stringifyEntityRef(entity);
    emit(processingResult.refresh(levelRefreshKey(entityRef)));

    const answer = await this.#levels.load(entityRef);
    if (answer.status === 'unreachable') {
      const lastKnown = await cache.get<LevelMarks>(CACHE_KEY);
      return withLevelMarks(entity, lastKnown ?? NO_MARKS);
    }
    const marks = levelMarksOf(answer.levels);
    await cache.set(CACHE_KEY, marks);
    return withLevelMarks(entity, marks);
  }
}
